import Foundation
import Records
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
    let sealed = try SealedBox.seal([1, 2, 3], under: secret, context: "draft")
    #expect(try SealedBox.open(sealed, under: secret, context: "draft") == [1, 2, 3])
    #expect(sealed != (try SealedBox.seal([1, 2, 3], under: secret, context: "draft")))
    #expect(throws: (any Error).self) { try SealedBox.open(sealed, under: secret, context: "plan") }
    #expect(throws: (any Error).self) { try SealedBox.open(sealed, under: secret.reversed(), context: "draft") }
    #expect(throws: (any Error).self) { try SealedBox.open([], under: secret, context: "draft") }
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 1
      #expect(throws: (any Error).self) { try SealedBox.open(changed, under: secret, context: "draft") }
    }
  }

  @Test func makesIdsOfVersionSevenInOrder() throws {
    let ids = (0..<1000).map { _ in Client.ID.new().description }
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }
    let first = try #require(ids.first)
    let made = Date.now
    while Date.now.timeIntervalSince(made) < 0.002 {}  // An id has its millisecond.
    #expect(Client.ID.new().description > first)
  }
}
