import Clinical

/// Findings that are taken in one position: from the side, on the table ...
struct EvaluationArea {
  let name: String
  let findings: [FindingDefinition]
}

extension ContentPack {
  /// Every area with its findings, in the order of the pack. A finding may be taken from either of two views, as
  /// `lateral` is from `lateral_l` and `lateral_r`.
  var evaluationAreas: [EvaluationArea] {
    let names = findings.map(\.view).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return names.map { name in
      let view = views.first { $0.id.rawValue == name } ?? views.first { $0.id.rawValue.hasPrefix(name + "_") }
      return EvaluationArea(name: view?.plainName ?? name, findings: findings.filter { $0.view == name })
    }
  }
}
