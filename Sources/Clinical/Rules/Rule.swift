/// A condition over answers, findings, trigger points and what was concluded from them.
///
/// Compiled once when a pack is read: every name is resolved to a place in `Facts`, and the tree is laid out in
/// prefix order in one array. A group knows where it ends, so evaluation is one pass without allocation, and a missing
/// answer makes its leaf false.
package struct Rule: Sendable, Hashable {
  package enum Node: Sendable, Hashable {
    // Groups; the parts lie between the node and `end`.
    case all(end: Int)
    case any(end: Int)
    case not(end: Int)
    case atLeast(Int, end: Int)

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
  /// Where a group's parts end; nil for a leaf.
  var end: Int? {
    switch self {
    case .all(let end), .any(let end), .not(let end), .atLeast(_, let end): end
    default: nil
    }
  }
}

extension Rule {
  /// Whether the rule is true of these facts.
  func holds(for facts: borrowing Facts) -> Bool {
    var position = 0
    return holds(at: &position, for: facts)
  }

  /// Evaluates the node at `position` and moves past it.
  func holds(at position: inout Int, for facts: borrowing Facts) -> Bool {
    let node = nodes[position]
    position += 1
    switch node {
    case .all(let end):
      while position < end {
        if !holds(at: &position, for: facts) {
          position = end
          return false
        }
      }
      return true
    case .any(let end):
      while position < end {
        if holds(at: &position, for: facts) {
          position = end
          return true
        }
      }
      return false
    case .not:
      return !holds(at: &position, for: facts)
    case .atLeast(let minimum, let end):
      var count = 0
      while position < end { count += holds(at: &position, for: facts) ? 1 : 0 }
      return count >= minimum
    default:
      return facts.satisfy(node)
    }
  }
}
