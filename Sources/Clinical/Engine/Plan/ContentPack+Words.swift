extension ContentPack {
  /// Returns the sentences, as the client wrote them, that made a rule of the flag true by its words.
  package func quotes(for flag: RedFlag, in answers: Answers) -> [String] {
    let named = flag.when.nodes.compactMap { node -> Lexicon? in
      if case .says(let index) = node { lexicons[index] } else { nil }
    }
    guard !named.isEmpty else { return [] }
    var quotes: [String] = []
    for sentence in ownWords(in: answers) where named.contains(where: { $0.matches(sentence) }) {
      let quote = sentence.text.trimmed
      if !quotes.contains(quote) { quotes.append(quote) }
    }
    return quotes
  }

  /// Returns what to ask the client in person.
  package func talkingPoints(for assessment: Assessment) -> [TalkingPoint] {
    talkingPoints.filter { $0.when.holds(for: assessment.facts) }
  }

  private func ownWords(in answers: Answers) -> [FreeTextSentence] {
    questions.flatMap { answers[$0.id]?.ownWords(isFreeText: $0.isFreeText) ?? [] }
      .flatMap(FreeTextSentence.sentences)
  }
}
