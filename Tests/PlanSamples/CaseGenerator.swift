import Clinical
import JSON

/// Makes up cases of every kind the form and the evaluation allow: full and sparse, with answers to hidden questions,
/// at the bounds and at the numbers where rules turn.
package struct CaseGenerator {
  private let pack: ContentPack
  private var random: SplitMix

  package init(pack: ContentPack, seed: UInt64) {
    self.pack = pack
    random = SplitMix(state: seed)
  }

  package mutating func next() -> JSON {
    let density = Double.random(in: 0.1...1, using: &random)
    let healthy = Double.random(in: 0...1, using: &random)
    var answers = Answers()
    for question in pack.questions where chance(density) {
      answers[question.id] = answer(to: question, healthy: healthy)
    }
    let evaluation = chance(0.7) ? evaluation(density: Double.random(in: 0...1, using: &random)) : Evaluation()
    return [
      "answers": answers.json, "findings": evaluation.json["findings"] ?? .null,
      "trigger_points": evaluation.json["trigger_points"] ?? .null,
    ]
  }

  // MARK: answers

  private mutating func answer(to question: Question, healthy: Double) -> AnswerValue {
    switch question.kind {
    case .text, .longtext:
      .text(chance(0.3) ? sentences() : ["", "Zoë \"Q\" \\ 李", "x"].randomElement(using: &random) ?? "")
    case .email, .phone, .signature: .text(["", "x"].randomElement(using: &random) ?? "")
    case .date: .text(date())
    case .int: .number(number(in: question.bounds, whole: true))
    case .decimal: .number(number(in: question.bounds, whole: false))
    case .single: .text(choice(of: question, healthy: healthy).rawValue)
    case .multi: .choices(choices(of: question, healthy: healthy))
    case .regionMap: .regions((0..<Int.random(in: 0...6, using: &random)).map { _ in region() })
    case .table: .rows([["name": "Aspirin", "dose": "100 mg"]])
    case .consent: .consent(chance(0.9))
    }
  }

  /// Sentences from pieces of the lexicons, whole phrases and broken ones.
  private mutating func sentences() -> String {
    let words = (0..<Int.random(in: 1...4, using: &random)).flatMap { _ in phrase() }
    return words.map {
      chance(0.9) ? $0 : $0.uppercased() + (["’s", ".", "; ", ", "].randomElement(using: &random) ?? "")
    }
    .joined(separator: " ")
  }

  private mutating func phrase() -> [String] {
    let pattern = pack.lexicons.flatMap { $0.phrases + $0.exceptions }.randomElement(using: &random)?.description ?? ""
    return pattern.split(separator: " ").flatMap { part -> [String] in
      if part == "..." { return Array(repeating: "really", count: Int.random(in: 0...4, using: &random)) }
      let word = part.split(separator: "|").randomElement(using: &random).map(String.init) ?? ""
      if chance(0.1) { return [] }
      return [word.replacing("*", with: chance(0.5) ? "ing" : "")]
    }
  }

  private mutating func date() -> String {
    let year = [1900, 1926, 1960, 1971, 1976, 2000, 2007, 2008, 2009, 2026].randomElement(using: &random) ?? 2000
    let month = Int.random(in: 1...12, using: &random)
    let day = Int.random(in: 1...28, using: &random)
    return CalendarDate(year: year, month: month, day: day)?.iso ?? "2000-01-01"
  }

  private mutating func number(in bounds: ClosedRange<Double>?, whole: Bool) -> Double {
    let bounds = bounds ?? 0...10
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return bounds.lowerBound
    case 1: return bounds.upperBound
    case 2: return max(bounds.lowerBound, 0)
    default:
      let high = chance(0.6) ? min(bounds.upperBound, bounds.lowerBound + 100) : bounds.upperBound
      let value = Double.random(in: bounds.lowerBound...high, using: &random)
      return whole ? value.rounded() : (value * 10).rounded() / 10
    }
  }

  private mutating func choice(of question: Question, healthy: Double) -> Question.Choice.ID {
    let calm = question.choices.first { ["no", "none", "never"].contains($0.id.rawValue) }
    if let calm, chance(healthy) { return calm.id }
    return question.choices.randomElement(using: &random)?.id ?? "none"
  }

  private mutating func choices(of question: Question, healthy: Double) -> [Question.Choice.ID] {
    if let alone = question.choices.first(where: \.exclusive), chance(healthy) { return [alone.id] }
    let wanted = Int.random(in: 0...min(6, question.choices.count), using: &random)
    return question.choices.filter { !$0.exclusive }.map(\.id).shuffled(using: &random).prefix(wanted).map { $0 }
  }

  private mutating func region() -> MarkedRegion {
    MarkedRegion(
      region: pack.regions.randomElement(using: &random)?.id ?? "abdomen_upper",
      symptoms: pack.symptoms.map(\.id).shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)).map {
        $0
      },
      nrs: chance(0.8) ? Int.random(in: 0...10, using: &random) : nil)
  }

  // MARK: findings

  private mutating func evaluation(density: Double) -> Evaluation {
    var evaluation = Evaluation()
    for definition in pack.findings where chance(density) {
      evaluation.findings[definition.id] = finding(definition)
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      guard let muscle = pack.muscles.randomElement(using: &random),
        let region = pack.regions.randomElement(using: &random)
      else { continue }
      evaluation.triggerPoints.append(
        TriggerPoint(
          muscle: muscle.id, region: region.id, status: chance(0.5) ? .active : .latent,
          tender: Int.random(in: 0...4, using: &random), tautBand: true, refers: chance(0.5)))
    }
    return evaluation
  }

  private mutating func finding(_ definition: FindingDefinition) -> Finding {
    guard definition.sides == .lr else {
      let value = value(of: definition)
      if definition.sides == .signedGrade, case .number(let grade) = value { return .graded(grade, side: "left") }
      return .single(value)
    }
    let left = chance(0.85) ? value(of: definition) : nil
    let right = chance(0.85) ? value(of: definition) : nil
    return .sided(left: left, right: right)
  }

  private mutating func value(of definition: FindingDefinition) -> FindingValue {
    switch definition.kind {
    case .measure:
      let edges = (definition.bands + definition.bandsFemale).compactMap(\.minimum)
      if chance(0.3), let edge = edges.randomElement(using: &random) { return .number(edge) }
      return .number(number(in: definition.bounds, whole: chance(0.5)))
    case .grade, .mmt: return .number(number(in: definition.bounds, whole: true))
    case .test, .choice: return .word(definition.choices.randomElement(using: &random)?.id ?? "negative")
    case .multiChoice:
      return .words(
        definition.choices.map(\.id).shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)).map { $0 })
    }
  }

  private mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &random) < probability }
}
