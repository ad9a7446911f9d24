import CSodium

/// XChaCha20-Poly1305. Its nonce of 24 bytes is made at random each time, and stands before the ciphertext.
package enum AuthenticatedEncryption {
  private static let nonceBytes = crypto_aead_xchacha20poly1305_ietf_npubbytes()
  private static let tagBytes = crypto_aead_xchacha20poly1305_ietf_abytes()
  private static let keyBytes = crypto_aead_xchacha20poly1305_ietf_keybytes()

  /// - Parameters:
  ///   - key: 32 bytes.
  ///   - context: what has to be said again when the bytes are opened.
  package static func seal(_ plaintext: [UInt8], key: [UInt8], context: [UInt8]) -> [UInt8] {
    precondition(key.count == keyBytes)
    let nonce = randomBytes(nonceBytes)
    var sealed = [UInt8](repeating: 0, count: plaintext.count + tagBytes)
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      &sealed, nil, plaintext, UInt64(plaintext.count), context, UInt64(context.count), nil, nonce, key)
    return nonce + sealed
  }

  /// - Throws: `NotAuthentic` for another key, another context, or bytes that were changed.
  package static func open(_ sealed: [UInt8], key: [UInt8], context: [UInt8]) throws -> [UInt8] {
    Sodium.prepare()
    precondition(key.count == keyBytes)
    let (nonce, ciphertext) = (Array(sealed.prefix(nonceBytes)), Array(sealed.dropFirst(nonceBytes)))
    guard ciphertext.count >= tagBytes else { throw NotAuthentic() }
    var plaintext = [UInt8](repeating: 0, count: ciphertext.count - tagBytes)
    let status = crypto_aead_xchacha20poly1305_ietf_decrypt(
      &plaintext, nil, nil, ciphertext, UInt64(ciphertext.count), context, UInt64(context.count), nonce, key)
    guard status == 0 else { throw NotAuthentic() }
    return plaintext
  }
}
