/// A condition under which a question is asked, as other systems know them: one comparison of one answer.
package struct ShowCondition: Sendable {
  package enum Test: Sendable {
    case answered
    case chosen(Question.Choice.ID)
    case number(Rule.Comparison, Double)
  }

  package let question: Question.ID
  package let test: Test
}

extension ContentPack {
  /// Returns the conditions under which a question is asked, and whether all must hold or one is enough; nil when it is
  /// always asked, or when its rule is more than that. Who shows it then shows it to everyone.
  package func showConditions(of question: Question) -> (conditions: [ShowCondition], all: Bool)? {
    guard let nodes = question.showIf?.nodes, let first = nodes.first else { return nil }
    switch first {
    case .all, .any:
      let parts = nodes.dropFirst().map { conditions(of: $0) }
      let isAll = if case .all = first { true } else { false }
      let flat = parts.compactMap(\.self).flatMap(\.self)
      // One of several choices within a list of conditions that all must hold is not one comparison.
      guard !parts.contains(where: { $0 == nil }), !isAll || flat.count == parts.count else { return nil }
      return (flat, isAll)
    default: return conditions(of: first).map { ($0, false) }
    }
  }

  /// Returns the comparisons of which one must hold; nil for what is none.
  private func conditions(of node: Rule.Node) -> [ShowCondition]? {
    switch node {
    case .answered(let slot): plain(slot).map { [.init(question: $0.id, test: .answered)] }
    case .chosen(let slot, let among):
      plain(slot).map { other in
        other.choices.indices.filter(among.contains).map {
          .init(question: other.id, test: .chosen(other.choices[$0].id))
        }
      }
    case .number(let slot, let comparison, let limit):
      plain(slot).map { [.init(question: $0.id, test: .number(comparison, limit))] }
    default: nil
    }
  }

  /// The question at a place of the form; nil for what is computed from answers.
  private func plain(_ slot: Slot) -> Question? { questions.indices.contains(slot) ? questions[slot] : nil }
}
