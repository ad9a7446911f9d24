extension RuleBook {
  /// Answers as facts, with the values derived from them.
  func facts(of answers: Answers) -> Facts {
    facts { facts in
      let places = names.questions.places
      for (id, value) in answers.values {
        guard let slot = places[id.rawValue] else { continue }
        record(value, at: slot, in: &facts)
      }
    }
  }

  /// - Parameter values: by slot.
  func facts(of values: [AnswerValue?]) -> Facts {
    facts { facts in
      for (slot, value) in values.enumerated() {
        if let value { record(value, at: slot, in: &facts) }
      }
    }
  }

  private func facts(recording answers: (inout Facts) -> Void) -> Facts {
    var facts = blank
    answers(&facts)
    derivation.derive(in: &facts)
    return facts
  }

  private func record(_ value: AnswerValue, at slot: Slot, in facts: inout Facts) {
    facts.isAnswered[slot] = !value.isEmpty
    switch value {
    case .text(let text):
      switch kinds[slot] {
      case .single: facts.choices[slot] = bit(of: Question.Choice.ID(rawValue: text), at: slot)
      case .date: facts.numbers[slot] = CalendarDate(iso: text).map(\.number) ?? .nan
      default: break
      }
    case .number(let number): facts.numbers[slot] = number
    case .choices(let ids):
      for id in ids { facts.choices[slot] |= bit(of: id, at: slot) }
    case .regions(let entries):
      for entry in entries {
        guard let region = names.regions.place(of: entry.region) else { continue }
        facts.chart.append(
          .init(
            slot: slot, region: region, symptoms: BitSet(places: entry.symptoms.compactMap(names.symptoms.place(of:))),
            score: entry.nrs ?? 0))
      }
    case .consent, .rows: break
    }
  }

  private func bit(of choice: Question.Choice.ID, at slot: Slot) -> BitSet {
    choices[slot].firstIndex(of: choice).map { 1 << BitSet($0) } ?? 0
  }

  /// Forgets answers to hidden questions, until no more are hidden; those forgotten are returned.
  func prune(_ facts: inout Facts) -> [Slot] {
    var hidden: [Slot] = []
    while true {
      var round: [Slot] = []
      for condition in conditions where facts.isAnswered[condition.slot] && !holds(condition.rule, for: facts) {
        round.append(condition.slot)
      }
      guard !round.isEmpty else { return hidden }
      for slot in round { facts.forget(slot) }
      derivation.derive(in: &facts)
      hidden += round
    }
  }

  /// Findings with their severities, and trigger points.
  func record(_ evaluation: Evaluation, in facts: inout Facts) {
    let isFemale = facts.choices[derivation.sex] & derivation.female != 0
    for (id, finding) in evaluation.findings {
      guard let place = names.findings.place(of: id) else { continue }
      facts.findings[place] = findings[place].measurement(of: finding, isFemale: isFemale)
    }
    facts.triggerPoints = evaluation.triggerPoints.compactMap { point in
      names.muscles.place(of: point.muscle).map {
        .init(muscle: $0, isActive: point.status == .active, tenderness: point.tender)
      }
    }
  }
}

extension Facts {
  fileprivate mutating func forget(_ slot: Slot) {
    isAnswered[slot] = false
    choices[slot] = 0
    numbers[slot] = .nan
    chart.removeAll { $0.slot == slot }
  }
}

extension AnswerValue {
  /// An answer with nothing in it counts as not given.
  package var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .choices(let ids): ids.isEmpty
    case .regions(let entries): entries.isEmpty
    case .rows(let rows): rows.isEmpty
    case .number, .consent: false
    }
  }
}

extension CalendarDate {
  /// yyyymmdd
  fileprivate var number: Double { Double(year * 10_000 + month * 100 + day) }
}
