extension FindingDefinition {
  /// Whether it may be graded by eye: it is seen without tools, and its bands have names.
  package var isGradedByEye: Bool { kind == .measure && quick != nil && !bands.isEmpty }

  /// Returns the number that a grade by eye stands for: of its band the value nearest to the usual, so that no rule takes it
  /// for more than was seen. Nil when it is no grade of this finding.
  ///
  /// - Parameter grade: the label of a band; beyond the usual of a finding whose sign is a side, then `left` or `right`.
  package func number(byEye grade: String) -> Double? {
    guard isGradedByEye else { return nil }
    let side = sides == .signed ? ["left", "right"].first { grade.hasSuffix(" \($0)") } : nil
    let label = side.map { String(grade.dropLast($0.count + 1)) } ?? grade
    guard let usual = bands.first(where: { $0.severity == 0 }), let band = bands.first(where: { $0.label == label }),
      sides != .signed || (side == nil) == (band.severity == 0)
    else { return nil }
    let number = band.value(nearestTo: usual)
    return side == "left" ? -number : number
  }
}

extension FindingDefinition.Band {
  fileprivate func value(nearestTo usual: FindingDefinition.Band) -> Double {
    if let maximum, let begin = usual.minimum, maximum <= begin { return maximum.nextDown }
    return minimum ?? usual.minimum ?? 0
  }
}
