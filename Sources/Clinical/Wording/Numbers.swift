extension Double {
  /// The number in figures, without a point if it is whole: `7`, `7.5`.
  package var inFigures: String { Int(exactly: self).map(String.init) ?? String(self) }

  package func rounded(toPlaces places: Int) -> Double {
    let factor = (0..<places).reduce(1.0) { factor, _ in factor * 10 }
    return (self * factor).rounded() / factor
  }
}

extension Int {
  /// Returns a count with its noun, as `1 minute` and `2 minutes`.
  package func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
