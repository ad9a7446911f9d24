import JSON

extension ContentPack {
  /// Finds what a new release of the content must not have, though packs released before it may: choices that protect
  /// nobody, items that nothing proposes, steps that no contraindication covers, flags that an unanswered question hides.
  ///
  /// - Parameter files: the files that the pack was read from.
  package func releaseFaults(_ files: [String: [UInt8]]) -> [ContentPackError.Fault] {
    let files = ContentFiles(files)
    checkChoices(files.questions)
    checkProposals(files)
    checkProgressions(files.homeCare)
    checkLoads(files.homeCare)
    checkOptionalQuestions(files.redFlags)
    checkAskedInTime(files)
    checkTimes(files.redFlags)
    return files.faults.found
  }

  /// Answers about safety, health and medicines are asked to protect; the others must at least be for something.
  private func checkChoices(_ fields: Fields) {
    for entry in ContentCoverage(self).entries {
      for (choice, why) in entry.unread where why == nil {
        fields.fault("\(entry.question.id)/\(choice.id)", "changes nothing: let a rule read it, or say why in unread")
      }
      let isSafety = ["safety.", "health.", "meds."].contains { entry.question.id.rawValue.hasPrefix($0) }
      guard isSafety else { continue }
      for (index, choice) in entry.question.choices.enumerated() where !entry.guarded.contains(index: index) {
        guard !choice.isAbsence, !choice.retired, choice.unread == nil else { continue }
        fields.fault(
          "\(entry.question.id)/\(choice.id)",
          "is read by no red flag, contraindication or alert: let one read it, or say why not in unread")
      }
    }
  }

  private func checkProposals(_ files: ContentFiles) {
    let possibility = Possibility(self)
    let byHand = Set((files.homeCare["by_hand"]?.members ?? []).map(\.key))
    for (index, item) in items.enumerated() {
      let flagged = redFlags.contains { $0.suggests.contains(item.id) } || book.emergencyItem == index
      let suggestions = hypotheses.indices.filter { possibility.hypotheses[$0] != .none }
        .flatMap { hypotheses[$0].suggests }.filter { $0.item == item.id }
      let isAsked = item.usesWhen != nil || book.items[index].topics != 0
      if !item.core && !flagged && suggestions.isEmpty && !isAsked {
        files.homeCare.fault(item.id.rawValue, "is proposed by nothing: let a flag or a hypothesis suggest it")
      }
      let isSelected =
        item.core || flagged || !book.items[index].isAddedByHandOnly && !suggestions.isEmpty
        || book.items[index].isAdvice && suggestions.contains { $0.priority == 1 }
      if !isSelected && !byHand.contains(item.id.rawValue) && !byHand.contains(item.category) {
        files.homeCare.fault(
          item.id.rawValue, "is never part of a draft: say why in by_hand, or let something select it")
      }
      if item.evidenceNote.isEmpty { files.homeCare.fault(item.id.rawValue, "has no evidence note to show") }
    }
    for hypothesis in hypotheses where hypothesis.evidenceNote.isEmpty {
      files.hypotheses.fault(hypothesis.id.rawValue, "has no evidence_note to show")
    }
  }

  /// A practice's own item is to be limited at least as the items of the library with the same kinds of load are.
  private func checkLoads(_ fields: Fields) {
    let rules = ownItems
    let limits = Dictionary(
      (rules?.loads ?? []).map { ($0.id, Set($0.contraindications.map(\.id))) }, uniquingKeysWith: { $0.union($1) })
    let categories = Set(rules?.categories ?? [])
    for tag in Set(items.filter { categories.contains($0.category) }.flatMap(\.tags)).union(limits.keys).sorted() {
      let carriers = items.filter { $0.tags.contains(tag) }
      guard let limited = limits[tag], let first = carriers.first else {
        fields.fault("own_items", "and the items disagree about the load \(tag): let both have it")
        continue
      }
      let common = carriers.dropFirst().reduce(Set(first.contraindications.map(\.id))) {
        $0.intersection($1.contraindications.map(\.id))
      }
      let tags = carriers.dropFirst().reduce(Set(first.tags)) { $0.intersection($1.tags) }
      let explained = tags.reduce(limited) { $0.union(limits[$1] ?? []) }
      for row in common.subtracting(explained).map(\.rawValue).sorted() {
        fields.fault("own_items", "lacks \(row) for the load \(tag), which limits every item that has it")
      }
    }
  }

  private func checkProgressions(_ fields: Fields) {
    for item in fields.objects("items") where item["progression"]?.string?.isEmpty == false {
      if item["leads_to"] == nil {
        item.fault(
          "progression", "is covered by no contraindication: name what it leads to in leads_to, or an empty list")
      }
    }
  }

  /// A flag that sends somebody to a clinician must not hang on a question that may be left out, unless it is said why.
  private func checkOptionalQuestions(_ fields: Fields) {
    let explained = Set(fields.optionalObjects("optional").map { $0.text("q") })
    for flag in redFlags where flag.urgency >= .refer {
      for slot in Set(flag.when.questionSlots.flatMap(book.derivation.sources)).sorted() {
        let question = questions[slot]
        guard !question.required, !explained.contains(question.id.rawValue) else { continue }
        fields.fault(
          flag.id.rawValue,
          "reads \(question.id), which may be left out: require it, or say in optional why that is safe")
      }
    }
  }

  /// What a red flag or a contraindication reads is asked before the form is sent: what is asked later may never be.
  private func checkAskedInTime(_ files: ContentFiles) {
    let late = Set(pages.filter { stage($0.stage)?.isDeeper ?? false }.map(\.number))
    func check(_ rule: Rule, _ fields: Fields, _ id: String) {
      for slot in Set(rule.questionSlots.flatMap(book.derivation.sources)).sorted()
      where late.contains(questions[slot].page) {
        fields.fault(
          id, "reads \(questions[slot].id), which is asked after the form was sent: move it to an earlier page")
      }
    }
    for flag in redFlags { check(flag.when, files.redFlags, flag.id.rawValue) }
    for item in items {
      for row in item.contraindications { check(row.when, files.homeCare, "\(item.id)/\(row.id)") }
    }
  }

  /// The time in a flag's words agrees with the referral it suggests.
  private func checkTimes(_ fields: Fields) {
    let others = [
      "hc.ref_today": ["tomorrow", "few days", "weeks"], "hc.ref_urgent": ["few days", "weeks"],
      "hc.ref_soon": ["weeks"],
      "hc.ref_physician": ["today", "few days"],
    ]
    for flag in redFlags {
      for item in flag.suggests {
        for time in others[item.rawValue] ?? [] where flag.clientMessage.contains(time) {
          fields.fault(flag.id.rawValue, "says “\(time)” but suggests \(item): make the times agree")
        }
      }
    }
  }
}
