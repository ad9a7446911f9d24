import Cryptography

/// The key of the outbox. Whoever makes a link seals its secret to the public half, and only the machine that sends
/// messages can open it.
package struct OutboxKey: Sendable {
  private let keys: KeyPair

  package init() { keys = KeyPair() }

  /// Returns nil unless these are the bytes of a key.
  package init?(_ bytes: [UInt8]) {
    guard let keys = KeyPair(secretKey: bytes) else { return nil }
    self.keys = keys
  }

  package var bytes: [UInt8] { keys.secretKey }
  package var publicKey: [UInt8] { keys.publicKey }

  /// Opens the secret of a link.
  /// - Throws: `NotAuthentic` when it was sealed to another key, or changed since.
  package func open(_ sealed: [UInt8]) throws -> LinkToken {
    guard let token = LinkToken(try keys.open(sealed)) else { throw NotAuthentic() }
    return token
  }

  /// The secret of a link of the outbox's own: always the same one for the same purpose, so that a message that is sent
  /// again after a crash is the same message.
  package func token(for purpose: String) -> LinkToken {
    let secret = HKDF.key(from: bytes, info: Array("plumbline outbox token 1 \(purpose)".utf8))
    guard let token = LinkToken(secret) else { preconditionFailure("32 bytes") }
    return token
  }
}

extension LinkToken {
  /// Seals the secret to the public key of an outbox.
  /// - Throws: `NotAuthentic` when these are not the bytes of a key.
  package func sealed(to publicKey: [UInt8]) throws -> [UInt8] { try KeyPair.seal(bytes, to: publicKey) }
}
