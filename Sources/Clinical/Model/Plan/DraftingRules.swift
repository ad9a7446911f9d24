/// What the content says about a draft beyond its items. A pack older than phases has nothing of it.
package struct DraftingRules: Sendable {
  /// The conditions to move between the phases of a plan, in words for the client.
  package struct Phases: Sendable {
    package let goOn: String
    package let goBack: String
    package let sources: [Source.ID]
  }

  /// What suits everyone: of each list, one item.
  package let basics: [[HomeCareItem.ID]]
  /// Groups of items that do the same, of which a draft has one at most.
  package let twins: [[HomeCareItem.ID]]
  /// Nil if a plan has one phase only.
  package let phases: Phases?
}
