extension Evaluation {
  /// Returns the evaluation with what was taken later: it takes the place of the same finding, side or trigger point.
  package func adding(_ later: Evaluation) -> Evaluation {
    var both = self
    for (id, finding) in later.findings {
      both.findings[id] = findings[id].map(finding.joined) ?? finding
      both.methods[id] = later.methods[id]
    }
    for point in later.triggerPoints {
      both.triggerPoints.removeAll { ($0.muscle, $0.region) == (point.muscle, point.region) }
      both.triggerPoints.append(point)
    }
    both.conditions.merge(later.conditions) { $1 }
    return both
  }
}

extension Finding {
  /// Returns the finding with the side that it lacks from another.
  func joined(_ other: Finding) -> Finding {
    guard case .sided(let left, let right) = self, case .sided(let otherLeft, let otherRight) = other else {
      return self
    }
    return .sided(left: left ?? otherLeft, right: right ?? otherRight)
  }
}
