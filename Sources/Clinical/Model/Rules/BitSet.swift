/// The slot of a question or derived value among the facts.
package typealias Slot = Int

/// A set of indices: choices of a question, regions, muscles. The content check rejects longer lists.
package typealias BitSet = UInt128

extension BitSet {
  init(index: Int) {
    self = 1 << BitSet(index)
  }

  init(indices: some Sequence<Int>) {
    self = indices.reduce(0) { $0 | BitSet(index: $1) }
  }

  func contains(index: Int) -> Bool { self & BitSet(index: index) != 0 }
}
