extension ContentPack {
  /// Returns whether two forms give the same answer to every question that the rule of a red flag reads, apart from the
  /// day of the form. What is told in free words is never taken to be the same.
  package func answersAlike(_ some: Answers, _ others: Answers, for flag: RedFlag) -> Bool {
    let listens = flag.when.nodes.contains { if case .says = $0 { true } else { false } }
    guard !listens else { return false }
    let slots = Set(flag.when.questionSlots.flatMap(book.derivation.sources))
    return slots.map { questions[$0].id }.allSatisfy { $0 == "visit.date" || some[$0] == others[$0] }
  }
}
