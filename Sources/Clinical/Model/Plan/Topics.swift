/// The topics that a client can ask about, and the category of items that belongs to each.
struct Topics: Sendable {
  /// The slot of the question that asks for topics.
  let slot: Slot
  /// The choice that asks for each category.
  let choices: [String: BitSet]

  func choice(of category: String) -> BitSet { choices[category] ?? 0 }
}
