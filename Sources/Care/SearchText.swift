import Foundation

extension String {
  /// The text folded for comparison with what people type: lower case, no accents, plain apostrophes, single spaces.
  package var foldedForSearch: String {
    decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
      .filter { $0.properties.generalCategory != .nonspacingMark }
      .map { ["\u{2019}", "\u{2018}", "\u{02BC}"].contains($0) ? "'" : String($0) }.joined()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  package var phoneDigits: String { filter { ("0"..."9").contains($0) } }

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
