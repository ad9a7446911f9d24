import Crypto
import Foundation

/// Bytes that only the holder of a secret can read: ChaChaPoly under HKDF-SHA256 of the secret, bound to a context.
package enum SealedBox {
  package static func seal(_ plaintext: [UInt8], under secret: [UInt8], context: String) throws -> [UInt8] {
    let box = try ChaChaPoly.seal(plaintext, using: key(secret, context), authenticating: Array(context.utf8))
    return Array(box.combined)
  }

  /// - Throws: `CryptoKitError` for another secret, another context, or bytes that were changed.
  package static func open(_ sealed: [UInt8], under secret: [UInt8], context: String) throws -> [UInt8] {
    let box = try ChaChaPoly.SealedBox(combined: sealed)
    return Array(try ChaChaPoly.open(box, using: key(secret, context), authenticating: Array(context.utf8)))
  }

  private static func key(_ secret: [UInt8], _ context: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: secret), info: Array("plumbline \(context)".utf8), outputByteCount: 32)
  }
}
