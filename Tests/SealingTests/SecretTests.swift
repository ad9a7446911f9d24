import Sealing
import Testing

@Suite struct SecretTests {
  @Test func readsALinkTokenBackFromItsText() {
    let token = LinkToken()
    #expect(token.text.utf8.count == 43)
    #expect(LinkToken(token.text) == token)
    #expect(token.hash.count == 32)
    #expect(token != LinkToken())
  }

  @Test(arguments: [
    "", "short", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
    String(repeating: "A", count: 42) + "B", String(repeating: "A", count: 42) + "=",
    String(repeating: "A", count: 42) + "+", String(repeating: "A", count: 42) + "/",
    String(repeating: "A", count: 42) + " ", String(repeating: "A", count: 42) + "é",
  ])
  func refusesWhatIsNotALinkToken(text: String) {
    #expect(LinkToken(text) == nil)
  }

  @Test func opensASealedBoxOnlyWithItsSecretAndContext() throws {
    let secret: [UInt8] = Array(0..<32)
    let sealed = SealedBox.seal([1, 2, 3], under: secret, context: "draft")
    #expect(try SealedBox.open(sealed, under: secret, context: "draft") == [1, 2, 3])
    #expect(sealed != SealedBox.seal([1, 2, 3], under: secret, context: "draft"))
    #expect(throws: (any Error).self) { try SealedBox.open(sealed, under: secret, context: "plan") }
    #expect(throws: (any Error).self) { try SealedBox.open(sealed, under: secret.reversed(), context: "draft") }
    #expect(throws: (any Error).self) { try SealedBox.open([], under: secret, context: "draft") }
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 1
      #expect(throws: (any Error).self) { try SealedBox.open(changed, under: secret, context: "draft") }
    }
  }
}
