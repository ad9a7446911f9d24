import Clinical
import JSON
import Testing

/// The form in words for whoever fills it in for somebody else.
@Suite struct AboutAnotherTests {
  let pack: ContentPack
  let turned: ContentPack

  init() throws {
    pack = try TestData.pack.get()
    turned = try #require(pack.aboutAnother)
  }

  /// Words that speak to whoever reads, or in their name.
  private func addressesTheReader(_ text: String) -> Bool {
    text.firstMatch(of: /\b(?i:you|your|yours|yourself|me|my|mine|myself)\b|\bI\b/) != nil
  }

  @Test func everythingThatSpeaksToTheClientSpeaksOfThemInstead() {
    let untold = pack.textsOfTheForm.filter { addressesTheReader($0) && pack.wordsAboutAnother[$0] == nil }
    #expect(untold.isEmpty, "each needs its words in about_another of questions.json")
  }

  @Test func whatIsTurnedSpeaksToTheReaderOnlyWhereTheyAreMeant() {
    let left = pack.wordsAboutAnother.values.filter(addressesTheReader).sorted()
    #expect(
      left == [
        "I do, for myself",
        "Thank you for telling us how they feel. We will talk with them first. If they think of harming themselves, "
          + "call the emergency number or a crisis line now.",
      ])
  }

  /// Turning changes whom a text speaks of, and nothing that it says: the other words, and every number, stay.
  @Test func turningKeepsTheOtherWords() {
    for (text, reading) in pack.wordsAboutAnother {
      let numbers = { (text: String) in text.matches(of: /[0-9]+/).map { String($0.output) } }
      #expect(numbers(text) == numbers(reading), "\(text)")
      #expect(text.last == reading.last || text.last?.isLetter == true && reading.last?.isLetter == true, "\(text)")
      #expect(abs(text.count - reading.count) <= 24, "\(text)")
    }
  }

  @Test func whatIsAgreedToStaysAsItIsRecorded() {
    for question in pack.questions where question.section == "consent" {
      #expect(turned.question(question.id)?.text == question.text)
      #expect(turned.question(question.id)?.choices.map(\.label) == question.choices.map(\.label))
    }
  }

  @Test func theSameAnswersRaiseTheSameFlags() throws {
    #expect(turned.questions.map(\.id) == pack.questions.map(\.id))
    #expect(turned.version == pack.version)
    for vignette in try Vignette.all() {
      let answers = try CaseFile(decoding: vignette.caseFile.bytes, for: pack).answers
      let flags = AnswerSheet(answers, for: pack).redFlags
      #expect(AnswerSheet(answers, for: turned).redFlags.map(\.id) == flags.map(\.id), "\(vignette)")
    }
  }

  @Test func wordsForATextThatTheFormDoesNotSayAreAFault() throws {
    var files = try TestData.packFiles()
    let questions = String(decoding: try #require(files["questions"]), as: UTF8.self)
    files["questions"] = Array(
      questions.replacing("\"says\": \"What brings you here?\"", with: "\"says\": \"What brings you hither?\"").utf8)
    #expect {
      try ContentPack(files: files)
    } throws: {
      "\($0)".contains("about_another: words “What brings you hither?”, which the form does not say")
    }
  }
}
