import Clinical

/// The findings that are examined in one position: from the side, on the table ...
package struct EvaluationArea: Sendable {
  package let name: String
  package let findings: [FindingDefinition]
}

extension ContentPack {
  /// Every area with its findings, in the order of the pack. `lateral` stands for the views from both sides.
  package var evaluationAreas: [EvaluationArea] {
    findings.map(\.view).unique.map { name in
      let view = views.first { $0.id.rawValue == name }
      return EvaluationArea(
        name: view?.plainName ?? (name == "lateral" ? "from the side" : name),
        findings: findings.filter { $0.view == name })
    }
  }
}
