extension String {
  /// The text with a full stop, unless it ends like a sentence already.
  var sentence: String {
    guard let last else { return self }
    return ".!?".contains(last) ? self : self + "."
  }

  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension Double {
  /// The number in figures, without a fraction if it is whole.
  var inFigures: String { Int(exactly: self).map(String.init) ?? String(self) }
}
