import Foundation

/// Some cases of a large set. `Tests/run` takes as many as it has time for, spread evenly; `Tests/Exhaustive/run` sets
/// PLUMBLINE_EXHAUSTIVE and takes all.
package func sample(_ count: Int, of all: Range<Int>) -> [Int] {
  guard ProcessInfo.processInfo.environment["PLUMBLINE_EXHAUSTIVE"] == nil, count < all.count else { return Array(all) }
  return (0..<count).map { all.lowerBound + $0 * all.count / count }
}
