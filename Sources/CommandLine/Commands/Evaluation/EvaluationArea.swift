import Clinical

/// Findings that are taken in one position: from the side, on the table ...
struct EvaluationArea {
  let name: String
  let findings: [FindingDefinition]
}

extension ContentPack {
  /// Every area with its findings, in the order of the pack. `lateral` is either of two views.
  var evaluationAreas: [EvaluationArea] {
    findings.map(\.view).unique.map { name in
      let view = views.first { $0.id.rawValue == name }
      return EvaluationArea(
        name: view?.plainName ?? (name == "lateral" ? "from the side" : name),
        findings: findings.filter { $0.view == name })
    }
  }
}
