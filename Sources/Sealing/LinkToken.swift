import Cryptography

/// The secret of a link: 32 random bytes, written as 43 characters of base64url. The database only ever sees its hash.
package struct LinkToken: Sendable, Hashable {
  package let bytes: [UInt8]

  package init() { bytes = randomBytes(32) }

  /// Returns nil unless there are 32 bytes.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Returns nil unless the text is exactly 43 characters of base64url in canonical form: the two bits that 43 characters have more than
  /// 32 bytes are zero, so that no other text opens the same link.
  package init?(_ text: String) {
    guard text.utf8.count == 43, let bytes = Base64URL.decode(text), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  package var text: String { Base64URL.encode(bytes) }

  /// The SHA-256 of the 32 bytes.
  package var hash: [UInt8] { SHA256.hash(bytes) }
}
