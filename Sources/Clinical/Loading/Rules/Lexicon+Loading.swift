extension Lexicon {
  init(_ fields: Fields) {
    id = ID(rawValue: fields.id)
    title = fields.text("title")
    phrases = fields.patterns("phrases")
    exceptions = fields.patterns("except")
    if phrases.isEmpty { fields.fault("phrases", "are missing: a lexicon without any never matches") }
  }
}

extension Fields {
  fileprivate func patterns(_ key: String) -> [WordPattern] {
    let patterns = texts(key).map(WordPattern.init)
    for pattern in patterns where pattern.isMalformed {
      fault(key, "hold “\(pattern)”: lower case, only letters, figures, | and a final *, and no gap at either end")
    }
    return patterns
  }
}

extension WordPattern {
  /// Whether it can match no sentence, or nearly every one.
  fileprivate var isMalformed: Bool {
    parts.isEmpty || parts.first == .gap || parts.last == .gap || description != description.lowercased()
      || parts.contains(where: \.isMalformed)
  }
}

extension WordPattern.Part {
  fileprivate var isMalformed: Bool {
    guard case .word(let whole, let beginnings) = self else { return false }
    let alternatives = whole + beginnings
    return alternatives.isEmpty || !alternatives.allSatisfy(\.isWord)
  }
}

extension String {
  /// Whether a sentence could hold it as one word (see `FreeTextSentence`).
  fileprivate var isWord: Bool {
    !isEmpty && unicodeScalars.allSatisfy { !WordPattern.apostrophes.contains($0) && WordPattern.isPartOfWord($0) }
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
