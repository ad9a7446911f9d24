extension ContentPack {
  /// Reads what the form says, with what it says instead to whoever fills it in for somebody else.
  static func wordsAboutAnother(_ fields: Fields) -> [String: String] {
    let words = fields.optionalObjects("about_another").map { ($0.text("says"), $0.text("instead")) }
    return Dictionary(words, uniquingKeysWith: { first, _ in first })
  }

  /// Checks that every text which is worded for somebody else's form is one.
  func checkWordsAboutAnother(_ fields: Fields) {
    guard !wordsAboutAnother.isEmpty else { return }
    let texts = textsOfTheForm
    for text in wordsAboutAnother.keys.sorted() where !texts.contains(text) {
      fields.fault("about_another", "words “\(text)”, which the form does not say: correct it or remove it")
    }
  }
}
