import Clinical

/// The findings that are examined in one position: from the side, on the table ...
package struct EvaluationArea: Sendable {
  package let name: String
  package let findings: [FindingDefinition]
}

extension ContentPack {
  /// What a therapist sees without tools, then every area with the rest of its findings.
  package var evaluationWalk: [EvaluationArea] {
    let quick = findings.filter { $0.quick != nil }.sorted { $0.quick ?? 0 < $1.quick ?? 0 }
    let rest = evaluationAreas.map { area in
      EvaluationArea(name: area.name, findings: area.findings.filter { $0.quick == nil })
    }
    return [EvaluationArea(name: "a quick look, by eye", findings: quick)] + rest.filter { !$0.findings.isEmpty }
  }

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
