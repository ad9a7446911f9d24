import JSON

extension ContentPack {
  /// Checks what only shows in the pack as a whole.
  func checkWhole(_ files: ContentFiles) {
    checkSizes(files.questions)
    checkPages(files.questions)
    checkStages(files.questions)
    checkPatternOrder(files.findings)
    checkPossibility(files)
    checkReadingGrade(files.homeCare)
    checkContraindications(files.homeCare)
    checkWords(files)
    checkWordsAboutAnother(files.questions)
    if files.messages["letters"] != nil { _ = Letters(files.messages) }
  }

  /// Checks that every set of indices fits into a `BitSet`.
  private func checkSizes(_ fields: Fields) {
    if hypotheses.count > RuleBook.mostHypotheses {
      fields.fault("pack", "may hold at most \(RuleBook.mostHypotheses) hypotheses")
    }
    for item in items where item.contraindications.count > BitSet.bitWidth {
      fields.fault(item.id.rawValue, "may have at most \(BitSet.bitWidth) contraindications")
    }
  }

  /// Checks that conditions depend only on answers of an earlier page, which also rules out circles.
  private func checkPages(_ fields: Fields) {
    for question in questions {
      if !pages.indices.contains(question.page - 1) {
        fields.fault(question.id.rawValue, "page \(question.page) is not among the pages: correct it or add the page")
      }
      let slots = question.showIf?.questionSlots.flatMap(book.derivation.sources) ?? []
      for slot in slots where questions[slot].page >= question.page {
        fields.fault(
          question.id.rawValue,
          "show_if depends on \(questions[slot].id), which is on the same or a later page or in a circle: move one")
      }
    }
  }

  /// Checks that the pages stand in the order of their stages, that nothing which is asked later is needed to send the
  /// form, and that a stage is offered by earlier answers.
  private func checkStages(_ fields: Fields) {
    let known = Dictionary(stages.enumerated().map { ($1.id, $0) }, uniquingKeysWith: min)
    let order = pages.map { page in
      if known[page.stage] == nil { fields.fault(page.id.rawValue, "stage \(page.stage) is not among the stages") }
      return known[page.stage] ?? 0
    }
    if order != order.sorted() { fields.fault("pages", "must stand in the order of their stages: move them") }
    for question in questions where question.required && stages[order[safe: question.page - 1] ?? 0].isDeeper {
      fields.fault(question.id.rawValue, "is required, but asked after the form was sent: let it be optional")
    }
    for stage in stages {
      let first = pages.first { $0.stage == stage.id }?.number ?? 0
      let slots = stage.offeredIf?.questionSlots.flatMap(book.derivation.sources) ?? []
      for slot in slots where questions[slot].page >= first {
        fields.fault(stage.id.rawValue, "offered_if depends on \(questions[slot].id), which is asked later: move one")
      }
    }
    for agreement in agreements {
      for id in agreement.questions where question(id)?.kind != .consent {
        fields.fault(agreement.id.rawValue, "names \(id), which is no consent: correct it")
      }
    }
  }

  private func checkPatternOrder(_ fields: Fields) {
    for (index, pattern) in patterns.enumerated() {
      for case .pattern(let other) in pattern.when.nodes where other >= index {
        fields.fault(pattern.id.rawValue, "when depends on \(patterns[other].id), which is not before it: move it up")
      }
    }
  }

  /// Finds questions that nobody can reach and rules that nothing can trigger.
  private func checkPossibility(_ files: ContentFiles) {
    let possibility = Possibility(self)
    for (slot, question) in questions.enumerated() where !possibility.slots[slot] && !question.retired {
      files.questions.fault(question.id.rawValue, "show_if can never hold, so nobody reaches it: correct the rule")
    }
    func check(_ rule: Rule?, _ fields: Fields, _ id: String, _ what: String) {
      guard let rule, !possibility.canHold(rule) else { return }
      fields.fault(id, "\(what), since no answers make its rule true: correct the rule or remove it")
    }
    for pattern in patterns { check(pattern.when, files.findings, pattern.id.rawValue, "can never be found") }
    for flag in redFlags { check(flag.when, files.redFlags, flag.id.rawValue, "can never be raised") }
    for hypothesis in hypotheses {
      check(hypothesis.requires, files.hypotheses, hypothesis.id.rawValue, "requires what can never be")
      for rule in hypothesis.rules { check(rule.when, files.hypotheses, rule.id.rawValue, "can never add weight") }
      for suggestion in hypothesis.suggests {
        check(suggestion.when, files.hypotheses, "\(hypothesis.id)/\(suggestion.item)", "can never be suggested")
      }
    }
    for item in items {
      check(item.usesWhen, files.homeCare, item.id.rawValue, "can never be in use")
      for row in item.contraindications {
        check(row.when, files.homeCare, "\(item.id)/\(row.id)", "is never triggered")
      }
    }
  }

  private func checkReadingGrade(_ fields: Fields) {
    for item in items {
      let grade = ReadingGrade.grade(of: item.steps.joined(separator: " "))
      if grade > ReadingGrade.limit {
        fields.fault(
          item.id.rawValue,
          "steps read at grade \(grade.rounded(toPlaces: 1)), above \(ReadingGrade.limit.inFigures): shorten them")
      }
      if !(3...7).contains(item.steps.count) { fields.fault(item.id.rawValue, "steps must be three to seven") }
    }
  }

  /// Checks that the id of a contraindication means the same in every item, and appears once in an item.
  private func checkContraindications(_ fields: Fields) {
    var meanings: [String: JSON] = [:]
    for item in fields.objects("items") {
      var seen: Set<String> = []
      for row in item["contra"]?.array ?? [] {
        let id = row["id"]?.string ?? ""
        let path = "\(item.id)/\(id)"
        if !seen.insert(id).inserted { fields.fault(path, "is there twice: remove one") }
        if meanings.updateValue(row, forKey: id).map({ $0 != row }) ?? false {
          fields.fault(path, "differs from the same id elsewhere: give it an id of its own")
        }
      }
    }
  }

  private func checkWords(_ files: ContentFiles) {
    let grades = Set(files.homeCare.texts("evidence_grades"))
    let tags = Set(items.flatMap(\.tags))
    for item in items {
      if !categories.contains(item.category) {
        files.homeCare.fault(item.id.rawValue, "category \(item.category) is not among the categories: correct it")
      }
      if !grades.contains(item.evidenceGrade) {
        files.homeCare.fault(item.id.rawValue, "evidence grade \(item.evidenceGrade) is not known: correct it")
      }
    }
    for flag in redFlags {
      for tag in flag.blockedTags where !tags.contains(tag) {
        files.redFlags.fault(flag.id.rawValue, "blocks the tag \(tag), which no item has: correct or remove it")
      }
    }
    let viewIDs = Set(views.map(\.id.rawValue)).union(["lateral"])
    for finding in findings where !viewIDs.contains(finding.view) {
      files.findings.fault(finding.id.rawValue, "view \(finding.view) is not among the views: correct it")
    }
    for hypothesis in hypotheses {
      if !grades.contains(hypothesis.evidenceGrade) {
        files.hypotheses.fault(
          hypothesis.id.rawValue, "evidence grade \(hypothesis.evidenceGrade) is not known: correct it")
      }
      for finding in hypothesis.examine
      where finding != "trp.entries" && self.finding(FindingDefinition.ID(rawValue: finding)) == nil {
        files.hypotheses.fault(hypothesis.id.rawValue, "examine names \(finding), which is no finding: correct it")
      }
    }
  }
}

extension Rule {
  /// The slots of the questions and derived values that the rule reads.
  var questionSlots: [Slot] {
    nodes.compactMap { node in
      switch node {
      case .answered(let slot), .chosen(let slot, _), .number(let slot, _, _), .marked(let slot, _, _, _): slot
      default: nil
      }
    }
  }
}

extension Derivation {
  /// Returns the questions behind a slot: itself, or those from which a derived value is calculated.
  func sources(of slot: Slot) -> [Slot] {
    guard slot >= first else { return [slot] }
    return switch DerivedValue.allCases[slot - first] {
    case .ageYears: [birth, visit]
    case .bagPercent: [bag, weight]
    case .bodyMassIndex: [height, weight]
    case .phase: [duration]
    case .trimester: [weeks]
    case .yearsSinceFirst: [firstYear, visit]
    case .onsetAgeYears: [birth, visit, firstYear, duration]
    case .psfsMean: scores
    }
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
