import Crypto
import Foundation

/// The key of the outbox. Whoever makes a link seals its secret to the public half, and only the machine that sends
/// messages can open it.
package struct OutboxKey: Sendable {
  private let key: Curve25519.KeyAgreement.PrivateKey

  package init() { key = Curve25519.KeyAgreement.PrivateKey() }

  /// Returns nil unless these are the bytes of a key.
  package init?(_ bytes: [UInt8]) {
    guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes) else { return nil }
    self.key = key
  }

  package var bytes: [UInt8] { Array(key.rawRepresentation) }
  package var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

  /// Opens the secret of a link.
  /// - Throws: when it was sealed to another key, or changed since.
  package func open(_ sealed: [UInt8]) throws -> LinkToken {
    var recipient = try HPKE.Recipient(
      privateKey: key, ciphersuite: Self.suite, info: Self.info,
      encapsulatedKey: Data(sealed.prefix(Self.encapsulatedBytes)))
    guard let token = LinkToken(Array(try recipient.open(sealed.dropFirst(Self.encapsulatedBytes)))) else {
      throw CryptoKitError.incorrectParameterSize
    }
    return token
  }

  /// The secret of a link of the outbox's own: always the same one for the same purpose, so that a message that is sent
  /// again after a crash is the same message.
  package func token(for purpose: String) -> LinkToken {
    let secret = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: key.rawRepresentation),
      info: Data("plumbline outbox token 1 \(purpose)".utf8),
      outputByteCount: 32)
    guard let token = LinkToken(secret.withUnsafeBytes(Array.init)) else { preconditionFailure("32 bytes") }
    return token
  }

  fileprivate static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
  fileprivate static let info = Data("plumbline outbox link 1".utf8)
  private static let encapsulatedBytes = 32
}

extension LinkToken {
  /// Seals the secret to the public key of an outbox, by HPKE (RFC 9180).
  /// - Throws: when these are not the bytes of a key.
  package func sealed(to publicKey: [UInt8]) throws -> [UInt8] {
    let recipient = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey)
    var sender = try HPKE.Sender(recipientKey: recipient, ciphersuite: OutboxKey.suite, info: OutboxKey.info)
    let sealed = try sender.seal(Data(bytes))
    return Array(sender.encapsulatedKey + sealed)
  }
}
