import CSodium

/// SHA-256 (FIPS 180-4) of bytes that come one after another.
package struct SHA256: Sendable {
  private var state = crypto_hash_sha256_state()

  package init() {
    Sodium.prepare()
    crypto_hash_sha256_init(&state)
  }

  package mutating func update(_ bytes: [UInt8]) {
    crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
  }

  /// Returns the 32 bytes of the hash of all bytes so far.
  package func finalized() -> [UInt8] {
    // libsodium wipes the state that it finishes.
    var state = state
    var hash = [UInt8](repeating: 0, count: crypto_hash_sha256_bytes())
    crypto_hash_sha256_final(&state, &hash)
    return hash
  }

  /// Returns the 32 bytes of the hash.
  package static func hash(_ bytes: [UInt8]) -> [UInt8] {
    Sodium.prepare()
    var hash = [UInt8](repeating: 0, count: crypto_hash_sha256_bytes())
    crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
    return hash
  }

  /// Returns the 32 bytes of the hash of a text's UTF-8.
  package static func hash(_ text: String) -> [UInt8] { hash(Array(text.utf8)) }
}
