import CSodium

/// Keys made from a secret, one for each purpose: HKDF with SHA-256 (RFC 5869), without a salt, because our secrets are
/// random already.
package enum HKDF {
  /// Returns a key of 32 bytes, which is one round of the derivation.
  ///
  /// - Parameters:
  ///   - secret: bytes that nobody can guess, of any number.
  ///   - info: the purpose; keys of different purposes tell nothing of each other.
  package static func key(from secret: [UInt8], info: [UInt8]) -> [UInt8] {
    Sodium.prepare()
    let noSalt = [UInt8](repeating: 0, count: crypto_auth_hmacsha256_keybytes())
    return authentication(of: info + [1], key: authentication(of: secret, key: noSalt))
  }

  /// HMAC-SHA-256 with a key of 32 bytes.
  private static func authentication(of bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: crypto_auth_hmacsha256_bytes())
    crypto_auth_hmacsha256(&code, bytes, UInt64(bytes.count), key)
    return code
  }
}
