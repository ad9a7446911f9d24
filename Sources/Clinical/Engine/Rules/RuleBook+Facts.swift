extension RuleBook {
  /// Returns answers as facts, with the values derived from them. Ids that the pack does not have are ignored.
  func facts(of answers: Answers) -> Facts {
    facts { facts in
      for (id, value) in answers.values {
        guard let slot = positions.questions.index(of: id) else { continue }
        record(value, at: slot, in: &facts)
      }
    }
  }

  /// - Parameter values: the answers by slot.
  func facts(of values: [AnswerValue?]) -> Facts {
    facts { facts in
      for (slot, value) in values.enumerated() {
        if let value { record(value, at: slot, in: &facts) }
      }
    }
  }

  private func facts(recording answers: (inout Facts) -> Void) -> Facts {
    var facts = Facts(for: self)
    answers(&facts)
    derivation.derive(in: &facts)
    return facts
  }

  private func record(_ value: AnswerValue, at slot: Slot, in facts: inout Facts) {
    facts.isAnswered[slot] = !value.isEmpty
    for text in value.ownWords(isFreeText: freeText.contains(slot)) {
      facts.ownWords.append(.init(slot: slot, text: text))
    }
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
        guard let region = positions.regions.index(of: entry.region) else { continue }
        facts.chart.append(
          .init(
            slot: slot, region: region,
            symptoms: BitSet(indices: entry.symptoms.compactMap(positions.symptoms.index(of:))),
            score: entry.nrs ?? 0))
      }
    case .consent, .rows: break
    }
  }

  private func bit(of choice: Question.Choice.ID, at slot: Slot) -> BitSet {
    choices[slot].firstIndex(of: choice).map(BitSet.init(index:)) ?? 0
  }

  /// Drops answers to hidden questions until no more become hidden.
  ///
  /// - Returns: the slots of the answers that were dropped.
  func prune(_ facts: inout Facts) -> [Slot] {
    var hidden: [Slot] = []
    while true {
      var round: [Slot] = []
      for condition in conditions where facts.isAnswered[condition.slot] && !holds(condition.rule, for: facts) {
        round.append(condition.slot)
      }
      guard !round.isEmpty else { return hidden }
      for slot in round { facts.drop(slot) }
      derivation.derive(in: &facts)
      hidden += round
    }
  }

  /// Records the findings, with their severities, and the trigger points.
  func record(_ evaluation: Evaluation, in facts: inout Facts) {
    let isFemale = facts.choices[derivation.sex] & derivation.female != 0
    for (id, finding) in evaluation.findings {
      guard let index = positions.findings.index(of: id) else { continue }
      facts.findings[index] = findings[index].measurement(of: finding, isFemale: isFemale)
    }
    facts.triggerPoints = evaluation.triggerPoints.filter { $0.status != .gone }.compactMap { point in
      positions.muscles.index(of: point.muscle).map {
        .init(muscle: $0, isActive: point.status == .active, tenderness: point.tender)
      }
    }
  }
}

extension Facts {
  fileprivate mutating func drop(_ slot: Slot) {
    isAnswered[slot] = false
    choices[slot] = 0
    numbers[slot] = .nan
    chart.removeAll { $0.slot == slot }
    ownWords.removeAll { $0.slot == slot }
  }
}

extension CalendarDate {
  /// The date as the number yyyymmdd.
  fileprivate var number: Double { Double(year * 10_000 + month * 100 + day) }
}

extension RuleBook {
  func holds(_ rule: Start, for facts: borrowing Facts) -> Bool {
    var position = rule
    return facts.satisfy(nodes, at: &position)
  }
}
