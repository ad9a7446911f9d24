import Sealing
import Testing

@Suite struct OutboxKeyTests {
  @Test func opensWhatWasSealedToItsPublicKey() throws {
    let (key, token) = (OutboxKey(), LinkToken())
    let sealed = try token.sealed(to: key.publicKey)
    #expect(sealed.count == 80)
    #expect(try key.open(sealed) == token)
    #expect(try token.sealed(to: key.publicKey) != sealed, "nobody sees that two are the same link")
    let again = try #require(OutboxKey(key.bytes))
    #expect(try again.open(sealed) == token)
  }

  @Test func opensNothingElse() throws {
    let key = OutboxKey()
    let sealed = try LinkToken().sealed(to: key.publicKey)
    #expect(throws: (any Error).self) { try OutboxKey().open(sealed) }
    for place in sealed.indices {
      var changed = sealed
      changed[place] ^= 1
      #expect(throws: (any Error).self, "byte \(place)") { try key.open(changed) }
    }
    for length in [0, 31, 32, 79] {
      #expect(throws: (any Error).self) { try key.open(Array(sealed.prefix(length))) }
    }
  }

  @Test func makesTheSameSecretForTheSamePurposeOnly() throws {
    let key = OutboxKey()
    #expect(key.token(for: "stop a") == key.token(for: "stop a"))
    #expect(key.token(for: "stop a") != key.token(for: "stop b"))
    #expect(key.token(for: "stop a") != OutboxKey().token(for: "stop a"))
  }

  @Test func readsNoOtherBytesAsAKey() {
    #expect(OutboxKey([1, 2, 3]) == nil)
  }
}
