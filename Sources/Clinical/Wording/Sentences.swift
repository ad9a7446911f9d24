extension String {
  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
  package var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  /// The text with a full stop at its end, unless it ends as a sentence already.
  package var sentence: String {
    guard let last else { return self }
    return ".!?".contains(last) ? self : self + "."
  }

  /// The text, shortened so that a message can quote it.
  var quotable: String { count > 60 ? prefix(60) + "…" : self }
}

/// Joins labels as “a, b or c”. Of many, it names the first few and says how many more there are.
///
/// - Parameter word: `and` or `or`.
func listed(_ labels: [String], _ word: String) -> String {
  guard labels.count > 1, let last = labels.last else { return labels.first ?? "nothing" }
  guard labels.count <= 4 else { return "\(labels.prefix(3).joined(separator: ", ")) \(word) \(labels.count - 3) more" }
  return "\(labels.dropLast().joined(separator: ", ")) \(word) \(last)"
}
