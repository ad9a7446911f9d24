import JSON

/// Says in plain words what a leaf of a rule looks at and what it found there.
struct FactWords {
  let pack: ContentPack
  let assessment: Assessment

  private var facts: Facts { assessment.facts }

  /// One line for each ground, each said once.
  func lines(_ rule: Rule) -> [String] {
    var said: Set<String> = []
    return rule.grounds(for: facts).map(line).filter { said.insert($0).inserted }
  }

  private func line(_ ground: Rule.Ground) -> String {
    switch ground.leaf {
    case .chosen(let slot, let among) where ground.holds:
      return "\(asked(slot)): \(listed(choiceLabels(slot, among & facts.choices[slot]), "and"))"
    case .marked(_, let regions, _, _) where ground.holds:
      return marked(regions)
    default:
      break
    }
    let (found, condition) = words(ground.leaf)
    return ground.holds ? "\(found) (\(condition))" : "\(found), not \(condition)"
  }

  /// What was found, and what the rule asks of it.
  private func words(_ leaf: Rule.Node) -> (found: String, condition: String) {
    switch leaf {
    case .answered(let slot):
      (said(slot), "answered")
    case .chosen(let slot, let among):
      (said(slot), listed(choiceLabels(slot, among), "or"))
    case .number(let slot, let comparison, let limit):
      (said(slot), "\(comparison.words) \(limit.plainText)")
    case .marked(_, let regions, let symptoms, let score):
      (marked(regions), chartCondition(regions, symptoms, score))
    case .severity(let finding, let side, let minimum):
      (recorded(finding), "at least \(Self.severities[min(minimum, 3)])\(side.words)")
    case .measured(let finding, let side, let comparison, let limit):
      (recorded(finding), "\(comparison.words) \(limit.plainText)\(side.words)")
    case .found(let finding, let side, let choice):
      (recorded(finding), pack.findings[finding].choices[choice].label + side.words)
    case .triggerPoint(let muscles, let activeOnly, let tenderness):
      (triggerPoints(muscles), "\(activeOnly ? "active, " : "")tenderness at least \(tenderness)")
    case .pattern(let place): ("pattern", pack.patterns[place].name)
    case .redFlag(let place): ("red flag", pack.redFlags[place].title)
    case .hypothesis(let place, let level): ("hypothesis", "\(pack.hypotheses[place].title) at least \(level.rawValue)")
    case .all, .any, .not, .atLeast: ("", "")
    }
  }

  // MARK: answers

  private func asked(_ slot: Slot) -> String {
    slot < pack.questions.count
      ? "“\(pack.questions[slot].text)”" : DerivedValue.allCases[slot - pack.questions.count].words
  }

  private func said(_ slot: Slot) -> String {
    "\(asked(slot)): \(slot < pack.questions.count ? answer(slot) : derived(slot))"
  }

  private func answer(_ slot: Slot) -> String {
    let question = pack.questions[slot]
    guard let value = assessment.answers[question.id], !value.isEmpty else { return "no answer" }
    return display(value, of: question)
  }

  private func derived(_ slot: Slot) -> String {
    let value = assessment.derived[DerivedValue.allCases[slot - pack.questions.count]]
    return value.map { $0.string ?? $0.number?.rounded(toPlaces: 1).plainText ?? "" } ?? "not known"
  }

  private func display(_ value: AnswerValue, of question: Question) -> String {
    switch value {
    case .text(let text): question.choices.first { $0.id.rawValue == text }?.label ?? text.quotable
    case .number(let number) where question.isNumericRating: "\(number.plainText) of 10"
    case .number(let number): [number.plainText, question.unit].compactMap { $0 }.joined(separator: " ")
    case .choices(let ids): listed(question.choices.filter { ids.contains($0.id) }.map(\.label), "and")
    case .consent(let given): given ? "agreed" : "refused"
    case .regions(let entries): "\(entries.count) areas marked"
    case .rows(let rows): "\(rows.count) entries"
    }
  }

  private func choiceLabels(_ slot: Slot, _ among: BitSet) -> [String] {
    guard slot < pack.questions.count else {
      return DerivedValue.phases.indices.filter { among.contains(place: $0) }.map { DerivedValue.phases[$0] }
    }
    let choices = pack.questions[slot].choices
    return choices.indices.filter { among.contains(place: $0) }.map { choices[$0].label }
  }

  private func marked(_ regions: BitSet) -> String {
    let entries = facts.chart.filter { regions.contains(place: $0.region) }
    guard !entries.isEmpty else { return "body chart: nothing marked there" }
    let places = entries.map { entry in
      let felt = pack.symptoms.indices.filter { entry.symptoms.contains(place: $0) }.map { pack.symptoms[$0].label }
      return "\(pack.regions[entry.region].label): \(listed(felt, "and")), \(entry.score) of 10"
    }
    return "body chart: \(places.joined(separator: "; "))"
  }

  private func chartCondition(_ regions: BitSet, _ symptoms: BitSet, _ score: Int) -> String {
    let labels = pack.regions.indices.filter { regions.contains(place: $0) }.map { pack.regions[$0].label }
    let felt = pack.symptoms.indices.filter { symptoms.contains(place: $0) }.map { pack.symptoms[$0].label }
    return [
      listed(labels, "or"), felt.isEmpty ? nil : "with \(listed(felt, "or"))",
      score > 0 ? "at least \(score) of 10" : nil,
    ]
    .compactMap { $0 }.joined(separator: ", ")
  }

  // MARK: findings

  private static let severities = ["usual", "mild", "moderate", "marked"]

  private func recorded(_ finding: Int) -> String {
    let definition = pack.findings[finding]
    guard let value = assessment.evaluation.findings[definition.id] else { return "\(definition.name): not recorded" }
    let severity = assessment.severities[definition.id].flatMap { $0 }.map { ", \(Self.severities[min($0, 3)])" } ?? ""
    return "\(definition.name): \(value.words(of: definition))\(severity)"
  }

  private func triggerPoints(_ muscles: BitSet) -> String {
    let points = facts.triggerPoints.filter { muscles == 0 || muscles.contains(place: $0.muscle) }
    guard !points.isEmpty else { return "trigger points: none recorded there" }
    return "trigger points: "
      + points.map { "\(pack.muscles[$0.muscle].plainName), tenderness \($0.tenderness)" }.joined(separator: "; ")
  }
}

/// “a, b or c”; of many, the first few and how many more.
private func listed(_ labels: [String], _ word: String) -> String {
  guard labels.count > 1, let last = labels.last else { return labels.first ?? "nothing" }
  guard labels.count <= 4 else { return "\(labels.prefix(3).joined(separator: ", ")) \(word) \(labels.count - 3) more" }
  return "\(labels.dropLast().joined(separator: ", ")) \(word) \(last)"
}

extension Rule.Comparison {
  fileprivate var words: String {
    switch self {
    case .gte: "at least"
    case .gt: "more than"
    case .lte: "at most"
    case .lt: "less than"
    }
  }
}

extension Rule.Side {
  fileprivate var words: String {
    switch self {
    case .any, .none: ""
    case .left: ", left"
    case .right: ", right"
    }
  }
}

extension DerivedValue {
  package var words: String {
    switch self {
    case .ageYears: "age in years"
    case .bagPercent: "bag in percent of body weight"
    case .bodyMassIndex: "body mass index"
    case .phase: "phase of this episode"
    case .trimester: "third of the pregnancy"
    case .yearsSinceFirst: "years since the first trouble"
    case .psfsMean: "mean of the activity scores"
    }
  }
}

extension Finding {
  /// The value with its unit and sides, for people.
  package func words(of definition: FindingDefinition) -> String {
    func one(_ value: FindingValue) -> String { value.words(of: definition) }
    return switch self {
    case .single(let value): one(value)
    case .graded(let grade, let side): [one(.number(grade)), side].compactMap { $0 }.joined(separator: ", ")
    case .sided(let left, let right):
      [left.map { "left \(one($0))" }, right.map { "right \(one($0))" }].compactMap { $0 }.joined(separator: ", ")
    }
  }
}

extension FindingValue {
  package func words(of definition: FindingDefinition) -> String {
    func label(_ id: String) -> String { definition.choices.first { $0.id == id }?.label ?? id }
    return switch self {
    case .number(let number):
      definition.kind == .measure ? "\(number.plainText) \(definition.unit)" : "grade \(number.plainText)"
    case .word(let word): label(word)
    case .words(let words): words.isEmpty ? "none" : words.map(label).joined(separator: ", ")
    }
  }
}
