import Sealing
import Testing

@Suite struct ResumeCodeTests {
  @Test func opensTheDraftItWasMadeFor() throws {
    let (token, key, code) = (LinkToken(), DraftKey(), ResumeCode())
    let typed = try #require(ResumeCode(code.text.lowercased().replacing("-", with: " ")))
    #expect(typed == code)
    #expect(try typed.unwrap(code.wrap(key, for: token), for: token) == key)
    #expect(typed.hash(for: token) == code.hash(for: token))
  }

  @Test func opensNothingUnderAnotherLink() throws {
    let (token, key, code) = (LinkToken(), DraftKey(), ResumeCode())
    let wrapped = code.wrap(key, for: token)
    #expect(throws: (any Error).self) { try code.unwrap(wrapped, for: LinkToken()) }
    #expect(code.hash(for: token) != code.hash(for: LinkToken()))
  }

  @Test func putsMisreadLettersRight() {
    #expect(ResumeCode("oIl00-00000") == ResumeCode("01100 00000"))
  }

  @Test(arguments: ["", "ABCDE", "ABCDE-FGHJ!", "ABCDE-FGHJKM", "ABCDEFGHJU"])
  func refusesWhatIsNoCode(_ text: String) {
    #expect(ResumeCode(text) == nil)
  }
}
