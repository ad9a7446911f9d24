import CSodium

/// Two keys of X25519: what anyone seals to the public one, only the holder of the secret one opens (libsodium's sealed
/// boxes: a key pair made for each, XSalsa20-Poly1305).
package struct KeyPair: Sendable {
  /// 32 bytes.
  package let secretKey: [UInt8]
  /// 32 bytes.
  package let publicKey: [UInt8]

  package init() {
    Sodium.prepare()
    var secret = [UInt8](repeating: 0, count: crypto_box_secretkeybytes())
    var open = [UInt8](repeating: 0, count: crypto_box_publickeybytes())
    crypto_box_keypair(&open, &secret)
    (secretKey, publicKey) = (secret, open)
  }

  /// Returns nil unless these are 32 bytes.
  package init?(secretKey: [UInt8]) {
    Sodium.prepare()
    guard secretKey.count == crypto_box_secretkeybytes() else { return nil }
    var open = [UInt8](repeating: 0, count: crypto_box_publickeybytes())
    guard crypto_scalarmult_base(&open, secretKey) == 0 else { return nil }
    (self.secretKey, publicKey) = (secretKey, open)
  }

  /// Returns 48 bytes more than it was given.
  /// - Throws: `NotAuthentic` when these are not the bytes of a public key.
  package static func seal(_ plaintext: [UInt8], to publicKey: [UInt8]) throws -> [UInt8] {
    Sodium.prepare()
    guard publicKey.count == crypto_box_publickeybytes() else { throw NotAuthentic() }
    var sealed = [UInt8](repeating: 0, count: plaintext.count + crypto_box_sealbytes())
    guard crypto_box_seal(&sealed, plaintext, UInt64(plaintext.count), publicKey) == 0 else { throw NotAuthentic() }
    return sealed
  }

  /// - Throws: `NotAuthentic` when it was sealed to another key, or changed since.
  package func open(_ sealed: [UInt8]) throws -> [UInt8] {
    Sodium.prepare()
    guard sealed.count >= crypto_box_sealbytes() else { throw NotAuthentic() }
    var plaintext = [UInt8](repeating: 0, count: sealed.count - crypto_box_sealbytes())
    guard crypto_box_seal_open(&plaintext, sealed, UInt64(sealed.count), publicKey, secretKey) == 0 else {
      throw NotAuthentic()
    }
    return plaintext
  }
}
