import Cryptography

/// Bytes that only the holder of a secret can read: XChaCha20-Poly1305 under a key made from the secret by HKDF, bound to
/// a context.
package enum SealedBox {
  package static func seal(_ plaintext: [UInt8], under secret: [UInt8], context: String) -> [UInt8] {
    AuthenticatedEncryption.seal(plaintext, key: key(secret, context), context: Array(context.utf8))
  }

  /// - Throws: `NotAuthentic` for another secret, another context, or bytes that were changed.
  package static func open(_ sealed: [UInt8], under secret: [UInt8], context: String) throws -> [UInt8] {
    try AuthenticatedEncryption.open(sealed, key: key(secret, context), context: Array(context.utf8))
  }

  private static func key(_ secret: [UInt8], _ context: String) -> [UInt8] {
    HKDF.key(from: secret, info: Array("plumbline \(context)".utf8))
  }
}
