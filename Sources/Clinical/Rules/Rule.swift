/// A condition over answers, findings, trigger points and what was concluded from them.
///
/// Compiled once when a pack is read: every name is resolved to a place in `Facts`, and the tree is laid out in
/// prefix order in one array. A group knows how many nodes its parts take, so evaluation is one pass without allocation,
/// and a missing answer makes its leaf false.
package struct Rule: Sendable, Hashable {
  package enum Node: Sendable, Hashable {
    // Groups; the parts are the next `size` nodes.
    case all(size: Int)
    case any(size: Int)
    case not(size: Int)
    case atLeast(Int, size: Int)

    // Leaves.
    case answered(Slot)
    /// A single choice among these, or a multi choice that has one of them.
    case chosen(Slot, among: BitSet)
    case number(Slot, Comparison, Double)
    /// A chart entry in one of the regions, with one of the symptoms (empty: any) and at least this score.
    case marked(Slot, regions: BitSet, symptoms: BitSet, minimumScore: Int)
    case severity(finding: Int, Side, atLeast: Int)
    case measured(finding: Int, Side, Comparison, Double)
    /// The finding is this choice or test result, by its place among the choices.
    case found(finding: Int, Side, choice: Int)
    /// Empty muscles: any.
    case triggerPoint(muscles: BitSet, activeOnly: Bool, minimumTenderness: Int)
    case pattern(Int)
    case redFlag(Int)
    case hypothesis(Int, atLeast: Hypothesis.Level)
  }

  package enum Comparison: String, Sendable, Hashable {
    case gte, gt, lte, lt

    func holds(_ value: Double, _ limit: Double) -> Bool {
      switch self {
      case .gte: value >= limit
      case .gt: value > limit
      case .lte: value <= limit
      case .lt: value < limit
      }
    }
  }

  /// `any` and `none` take the worse of two sides.
  package enum Side: String, Sendable, Hashable { case any, none, left, right }

  package let nodes: [Node]
}

/// The place of a question or derived value among the facts.
package typealias Slot = Int

/// A set of places: choices of a question, regions, muscles. The content check refuses longer lists.
package typealias BitSet = UInt128

extension BitSet {
  init(places: some Sequence<Int>) {
    self = places.reduce(0) { $0 | 1 << BitSet($1) }
  }

  func contains(place: Int) -> Bool { self & (1 << BitSet(place)) != 0 }
}

extension Rule.Node {
  /// How many nodes a group's parts take; nil for a leaf.
  var size: Int? {
    switch self {
    case .all(let size), .any(let size), .not(let size), .atLeast(_, let size): size
    default: nil
    }
  }
}

extension Rule {
  /// Whether the rule is true of these facts.
  func holds(for facts: borrowing Facts) -> Bool {
    var position = 0
    return facts.satisfy(nodes, at: &position)
  }
}
