extension ShelfLife {
  /// Reads `"stands": {"weeks": 26, "source": "src.custom"}`.
  init(in fields: Fields, _ vocabulary: Vocabulary) {
    guard fields["stands"] != nil else {
      self = .unsaid
      return
    }
    let stands = fields.object("stands")
    weeks = stands.integer("weeks", in: 1...520)
    source = vocabulary.sources.identifier("source", in: stands)
  }
}
