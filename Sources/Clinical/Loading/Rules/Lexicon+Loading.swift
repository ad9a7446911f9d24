extension Lexicon {
  init(_ fields: Fields) {
    id = ID(rawValue: fields.id)
    title = fields.text("title")
    phrases = fields.texts("phrases").map(WordPattern.init)
    exceptions = fields.texts("except").map(WordPattern.init)
    if phrases.isEmpty { fields.fault("phrases", "are missing: a lexicon without any never matches") }
    for pattern in phrases + exceptions where pattern.isMalformed {
      fields.fault("phrases", "hold “\(pattern)”: lower case, no apostrophes, and no gap at either end")
    }
  }
}

extension WordPattern {
  fileprivate var isMalformed: Bool {
    parts.isEmpty || parts.first == .gap || parts.last == .gap || description != description.lowercased()
      || description.contains { "'’,.;!?".contains($0) && !description.contains("...") }
  }
}

extension TalkingPoint {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    when = vocabulary.rule("when", in: fields, stage: .redFlag)
    text = fields.text("text")
    sources = vocabulary.sources.identifiers("sources", in: fields)
  }
}
