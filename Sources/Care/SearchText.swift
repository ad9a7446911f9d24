import Foundation

extension String {
  /// The words of the text as `clinic.folded` of the database folds them: lower case, without accents, the letters of other
  /// Latin alphabets as people type them, one space for whatever is between words.
  package var foldedForSearch: String {
    let letters = String(
      String.UnicodeScalarView(
        decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
          .filter { $0.properties.generalCategory != .nonspacingMark }))
    return (letters.applyingTransform(StringTransform("Latin-ASCII"), reverse: false) ?? letters)
      .split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  var phoneDigits: String { filter { ("0"..."9").contains($0) } }

  /// Returns the number of letters that must be inserted, deleted, replaced or swapped with their neighbour (optimal
  /// string alignment).
  package func editDistance(to other: String) -> Int {
    let left = Array(self)
    let right = Array(other)
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        var best = Swift.min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = Swift.min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
