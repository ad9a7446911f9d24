/// A condition over answers, findings, trigger points and what was concluded from them.
///
/// It is compiled once when a pack is read: every name is resolved to an index, and the tree is laid out in prefix order
/// in one array. A group knows how many nodes its parts take, so evaluation is one pass without allocation. A missing
/// answer makes its leaf false.
package struct Rule: Sendable, Hashable {
  package enum Node: Sendable, Hashable {
    // Groups: the parts are the next `size` nodes.
    case all(size: Int)
    case any(size: Int)
    case not(size: Int)
    case atLeast(Int, size: Int)

    // Leaves.
    case answered(Slot)
    /// The choice of a single choice is one of these, or a multiple choice includes one of them.
    case chosen(Slot, among: BitSet)
    case number(Slot, Comparison, Double)
    /// The body chart has an entry in one of the regions, with one of the symptoms (none: any) and at least this score.
    case marked(Slot, regions: BitSet, symptoms: BitSet, minimumScore: Int)
    /// A sentence in the client's own words says a phrase of the lexicon with this index.
    case says(Int)
    case severity(finding: Int, Side, atLeast: Int)
    case measured(finding: Int, Side, Comparison, Double)
    /// The finding is the choice or test result with this index.
    case found(finding: Int, Side, choice: Int)
    /// There is a trigger point in one of the muscles (none: any).
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

  /// The side of a finding to look at; `any` and `none` take the worse one.
  package enum Side: String, Sendable, Hashable { case any, none, left, right }

  package let nodes: [Node]
}

extension Rule.Node {
  /// The number of nodes that a group's parts take; nil for a leaf.
  var size: Int? {
    switch self {
    case .all(let size), .any(let size), .not(let size), .atLeast(_, let size): size
    default: nil
    }
  }
}
