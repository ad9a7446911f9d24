import JSON

/// Puts the leaves of a rule into plain words: what each one reads, and what it found.
struct FactWords {
  let pack: ContentPack
  let assessment: Assessment

  private var facts: Facts { assessment.facts }

  /// Returns one line for each deciding leaf, without repetitions.
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

  /// Returns what was found, and what the rule asks of it.
  private func words(_ leaf: Rule.Node) -> (found: String, condition: String) {
    switch leaf {
    case .answered(let slot):
      (said(slot), "answered")
    case .chosen(let slot, let among):
      (said(slot), listed(choiceLabels(slot, among), "or"))
    case .number(let slot, let comparison, let limit):
      (said(slot), "\(comparison.words) \(limit.inFigures)")
    case .marked(_, let regions, let symptoms, let score):
      (marked(regions), chartCondition(regions, symptoms, score))
    case .severity(let finding, let side, let minimum):
      (recorded(finding), "at least \(answerWords.severity(minimum))\(side.words)")
    case .measured(let finding, let side, let comparison, let limit):
      (recorded(finding), "\(comparison.words) \(limit.inFigures)\(side.words)")
    case .found(let finding, let side, let choice):
      (recorded(finding), pack.findings[finding].choices[choice].label + side.words)
    case .triggerPoint(let muscles, let activeOnly, let tenderness):
      (triggerPoints(muscles), "\(activeOnly ? "active, " : "")tenderness at least \(tenderness)")
    case .says(let index): ("in the client's own words", pack.lexicons[index].title.lowercasedFirst)
    case .pattern(let index): ("pattern", pack.patterns[index].name)
    case .redFlag(let index): ("red flag", pack.redFlags[index].title)
    case .hypothesis(let index, let level): ("hypothesis", "\(pack.hypotheses[index].title) at least \(level.rawValue)")
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
    return value.map { $0.string ?? $0.number?.rounded(toPlaces: 1).inFigures ?? "" } ?? "not known"
  }

  /// Puts an answer into words that fit on one line.
  private func display(_ value: AnswerValue, of question: Question) -> String {
    switch value {
    case .text, .number, .consent: value.lines(to: question, in: pack).joined(separator: " ").quotable
    case .choices(let ids): listed(question.choices.filter { ids.contains($0.id) }.map(\.label), "and")
    case .regions(let entries): entries.count.counted("marked area")
    case .rows(let rows): rows.count == 1 ? "1 entry" : "\(rows.count) entries"
    }
  }

  private func choiceLabels(_ slot: Slot, _ among: BitSet) -> [String] {
    guard slot < pack.questions.count else {
      return DerivedValue.phases.indices.filter { among.contains(index: $0) }.map { DerivedValue.phases[$0] }
    }
    let choices = pack.questions[slot].choices
    return choices.indices.filter { among.contains(index: $0) }.map { choices[$0].label }
  }

  private func marked(_ regions: BitSet) -> String {
    let entries = facts.chart.filter { regions.contains(index: $0.region) }
    guard !entries.isEmpty else { return "body chart: nothing marked there" }
    let places = entries.map { entry in
      let felt = pack.symptoms.indices.filter { entry.symptoms.contains(index: $0) }.map { pack.symptoms[$0].label }
      return "\(pack.regions[entry.region].label): \(listed(felt, "and")), \(answerWords.ofTen("\(entry.score)"))"
    }
    return "body chart: \(places.joined(separator: "; "))"
  }

  private func chartCondition(_ regions: BitSet, _ symptoms: BitSet, _ score: Int) -> String {
    let labels = pack.regions.indices.filter { regions.contains(index: $0) }.map { pack.regions[$0].label }
    let felt = pack.symptoms.indices.filter { symptoms.contains(index: $0) }.map { pack.symptoms[$0].label }
    return [
      listed(labels, "or"), felt.isEmpty ? nil : "with \(listed(felt, "or"))",
      score > 0 ? "at least \(answerWords.ofTen("\(score)"))" : nil,
    ]
    .compactMap { $0 }.joined(separator: ", ")
  }

  // MARK: findings

  private func recorded(_ finding: Int) -> String {
    let definition = pack.findings[finding]
    guard let value = assessment.evaluation.findings[definition.id] else { return "\(definition.name): not recorded" }
    let severity = assessment.severities[definition.id].flatMap { $0 }.map { ", \(answerWords.severity($0))" } ?? ""
    return "\(definition.name): \(value.words(of: definition))\(severity)"
  }

  private func triggerPoints(_ muscles: BitSet) -> String {
    let points = facts.triggerPoints.filter { muscles == 0 || muscles.contains(index: $0.muscle) }
    guard !points.isEmpty else { return "trigger points: none recorded there" }
    return "trigger points: "
      + points.map { "\(pack.muscles[$0.muscle].plainName), tenderness \($0.tenderness)" }.joined(separator: "; ")
  }
}
