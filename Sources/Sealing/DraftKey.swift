/// The secret of a draft: 32 random bytes in a cookie of the client's browser. The database sees its hash, and the key
/// itself only wrapped under a resume code.
package struct DraftKey: Sendable, Hashable {
  /// The bytes, written and hashed as the secret of a link is.
  private let secret: LinkToken

  package init() { secret = LinkToken() }

  package init?(_ text: String) {
    guard let secret = LinkToken(text) else { return nil }
    self.secret = secret
  }

  package var bytes: [UInt8] { secret.bytes }
  package var hash: [UInt8] { secret.hash }
  package var text: String { secret.text }
}
