extension String {
  /// Ends as a sentence does.
  var sentence: String {
    guard let last else { return self }
    return ".!?".contains(last) ? self : self + "."
  }

  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension Double {
  /// Without a fraction when it has none.
  var inFigures: String { Int(exactly: self).map(String.init) ?? String(self) }
}
