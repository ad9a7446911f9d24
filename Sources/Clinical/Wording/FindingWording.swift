extension Finding {
  /// Puts the finding into words, with its unit and sides.
  package func words(of definition: FindingDefinition) -> String {
    func one(_ value: FindingValue) -> String { value.words(of: definition) }
    return switch self {
    case .single(let value): one(value)
    case .graded(let grade, let side): [one(.number(grade)), side].compactMap { $0 }.joined(separator: ", ")
    case .sided(let left, let right):
      [left.map { answerWords.onSide(.left, one($0)) }, right.map { answerWords.onSide(.right, one($0)) }]
        .compactMap { $0 }.joined(separator: ", ")
    }
  }
}

extension FindingValue {
  package func words(of definition: FindingDefinition) -> String {
    func label(_ id: String) -> String { definition.choices.first { $0.id == id }?.label ?? id }
    return switch self {
    case .number(let number):
      definition.kind == .measure ? "\(number.inFigures) \(definition.unit)" : answerWords.grade(number.inFigures)
    case .word(let grade) where definition.kind == .measure: answerWords.byEye(grade)
    case .word(let word): label(word)
    case .words(let words): words.isEmpty ? answerWords.noneFound : words.map(label).joined(separator: ", ")
    case .gone: answerWords.gone
    }
  }
}

extension Evaluation.Condition {
  package var label: String {
    switch self {
    case .measuredWith: "Measured with"
    case .clothing: "Clothing"
    case .footwear: "Footwear"
    case .distance: "Distance"
    }
  }
}
