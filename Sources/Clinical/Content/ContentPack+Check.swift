extension ContentPack {
  /// Faults that only show when the pack is looked at as a whole.
  func checkWhole(_ files: ContentFiles) {
    checkPages(files.questions)
    checkPatternOrder(files.findings)
  }

  /// A condition may only depend on answers of an earlier page; that also rules out circles.
  private func checkPages(_ fields: Fields) {
    for condition in conditions {
      let question = questions[condition.slot]
      for slot in condition.rule.questionSlots.flatMap(derivation.sources) where questions[slot].page >= question.page {
        fields.faults.found.append(
          .init(
            file: "questions", id: question.id.rawValue,
            message: "show_if depends on \(questions[slot].id), which is on the same or a later page: move one of them")
        )
      }
    }
  }

  private func checkPatternOrder(_ fields: Fields) {
    for (place, pattern) in patterns.enumerated() {
      for case .pattern(let other) in pattern.when.nodes where other >= place {
        fields.faults.found.append(
          .init(
            file: "findings", id: pattern.id.rawValue,
            message: "when depends on \(patterns[other].id), which comes later: move it before"))
      }
    }
  }
}

extension Rule {
  /// The questions and derived values the rule asks for.
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
  /// The questions behind a slot: itself, or what a derived value is worked out from.
  func sources(of slot: Slot) -> [Slot] {
    guard slot >= first else { return [slot] }
    return switch DerivedValue.allCases[slot - first] {
    case .ageYears: [birth, visit]
    case .bagPercent: [bag, weight]
    case .bodyMassIndex: [height, weight]
    case .phase: [duration]
    case .trimester: [weeks]
    case .yearsSinceFirst: [firstYear, visit]
    case .psfsMean: scores
    }
  }
}
