import Care
import Clinical

/// A question of the wizard: about a finding or a side of it, or about what is found or said for the whole.
enum EvaluationStep {
  case finding(FindingDefinition, side: String, area: String)
  case triggerPoints
  case condition(Evaluation.Condition)

  /// Every question in the order of asking.
  static func all(of pack: ContentPack) -> [EvaluationStep] {
    var steps: [EvaluationStep] = []
    for area in pack.evaluationWalk {
      for finding in area.findings {
        for side in finding.sides == .lr ? ["left", "right"] : [""] {
          steps.append(.finding(finding, side: side, area: area.name))
        }
      }
    }
    return steps + [.triggerPoints] + Evaluation.Condition.allCases.map { .condition($0) }
  }
}

extension EvaluationStep {
  var key: String {
    switch self {
    case .finding(let finding, let side, _): [finding.id.rawValue, side].filter { !$0.isEmpty }.joined(separator: " ")
    case .triggerPoints: "trigger"
    case .condition(let condition): condition.rawValue
    }
  }

  /// The line of a finding with both sides.
  var keyOfBothSides: String? {
    if case .finding(let finding, side: "left", _) = self { finding.id.rawValue } else { nil }
  }

  /// Whether a line that was written down leaves nothing to ask. There may be any number of trigger points.
  func isAnswered(by line: String) -> Bool {
    switch self {
    case .finding(let finding, _, _): line == key || line == finding.id.rawValue
    case .triggerPoints: false
    case .condition: true
    }
  }

  var area: String {
    switch self {
    case .finding(_, _, let area): area
    case .triggerPoints: "trigger points: Enter goes on, ? lists the muscles"
    case .condition: "how it was taken"
    }
  }

  var title: String {
    switch self {
    case .finding(let finding, let side, _): [finding.plainName, side].filter { !$0.isEmpty }.joined(separator: ", ")
    case .triggerPoints: "trigger point"
    case .condition(let condition): condition.label
    }
  }
}
