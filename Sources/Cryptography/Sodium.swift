import CSodium

/// What has to be done once before anything of libsodium is used.
enum Sodium {
  /// Whether the library found a source of random bytes and the fastest code for this processor. Any number of threads
  /// may ask.
  private static let isReady = sodium_init() >= 0

  /// Stops the program where there is no source of random bytes, since no secret could be made.
  static func prepare() { precondition(isReady, "libsodium cannot be used: the system gives no random bytes") }
}

/// Returns bytes that nobody can guess.
package func randomBytes(_ count: Int) -> [UInt8] {
  Sodium.prepare()
  var bytes = [UInt8](repeating: 0, count: count)
  randombytes_buf(&bytes, count)
  return bytes
}

/// Bytes that were not sealed with this key and for this purpose, or were changed since, or that are no key.
package struct NotAuthentic: Error {
  package init() {}
}
