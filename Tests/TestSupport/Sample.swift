import Foundation

/// Some cases of a large set. `Tests/run` takes as many as it has time for, spread evenly; `Tests/Exhaustive/run` sets
/// PLUMBLINE_EXHAUSTIVE and takes all.
package func sample(_ count: Int, of all: Range<Int>) -> [Int] {
  guard !isExhaustive, count < all.count else { return Array(all) }
  return (0..<count).map { all.lowerBound + $0 * all.count / count }
}

/// One in `count` of the cases, others for each number, for a table that would be too large: each row meets some of the
/// columns, and all rows together meet each column often.
package func oneIn<Case>(_ count: Int, of all: [Case], _ number: Int) -> [Case] {
  isExhaustive ? all : all.indices.filter { $0 % count == number % count }.map { all[$0] }
}

private let isExhaustive = ProcessInfo.processInfo.environment["PLUMBLINE_EXHAUSTIVE"] != nil
