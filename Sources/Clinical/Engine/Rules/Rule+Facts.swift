extension Rule {
  /// Returns whether the rule is true of these facts.
  func holds(for facts: borrowing Facts) -> Bool {
    var position = 0
    return facts.satisfy(nodes, at: &position)
  }
}

extension Rule {
  /// A leaf that decided whether a rule is true.
  struct Ground: Sendable, Hashable {
    let leaf: Node
    let holds: Bool
  }

  /// Returns the leaves that decided: every part of a true `all`, the failed parts of a false one, and so on.
  func grounds(for facts: Facts) -> [Ground] {
    var position = 0
    return decide(at: &position, facts).grounds
  }

  private func decide(at position: inout Int, _ facts: Facts) -> (holds: Bool, grounds: [Ground]) {
    let node = nodes[position]
    position += 1
    guard let size = node.size else {
      let holds = facts.satisfy(node)
      return (holds, [Ground(leaf: node, holds: holds)])
    }
    var parts: [(holds: Bool, grounds: [Ground])] = []
    let end = position + size
    while position < end { parts.append(decide(at: &position, facts)) }
    let holds =
      switch node {
      case .all: parts.allSatisfy(\.holds)
      case .any: parts.contains(where: \.holds)
      case .atLeast(let minimum, _): parts.count(where: \.holds) >= minimum
      default: !parts.contains(where: \.holds)
      }
    if case .not = node { return (holds, parts.flatMap(\.grounds)) }
    return (holds, parts.filter { $0.holds == holds }.flatMap(\.grounds))
  }
}
