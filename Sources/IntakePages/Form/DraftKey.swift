import Records

/// The secret of a draft: 32 random bytes in a cookie of the client's browser. The database only ever sees its hash.
struct DraftKey: Sendable, Hashable {
  /// As a link's secret is written and hashed.
  private let secret: LinkToken

  init() { secret = LinkToken() }

  init?(_ text: String) {
    guard let secret = LinkToken(text) else { return nil }
    self.secret = secret
  }

  var bytes: [UInt8] { secret.bytes }
  var hash: [UInt8] { secret.hash }
  var text: String { secret.text }
}
