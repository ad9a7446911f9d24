import HTTPServer

/// The one cookie: the key of the client's draft.
///
/// `__Host-` binds it to this host over TLS; over plain HTTP, which is for loopback only, browsers refuse that prefix.
struct DraftCookie: Sendable {
  let isSecure: Bool

  private var name: String { isSecure ? "__Host-draft" : "draft" }

  /// Nil when the browser sent none, or one that is not ours.
  func key(in headers: Headers) -> DraftKey? {
    let pairs = (headers["cookie"] ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
    guard let pair = pairs.first(where: { $0.hasPrefix("\(name)=") }) else { return nil }
    return DraftKey(String(pair.dropFirst(name.utf8.count + 1)))
  }

  /// Outlives every link, so that a form can be finished days later.
  func header(_ key: DraftKey) -> (name: String, value: String) {
    let secure = isSecure ? "; Secure" : ""
    return ("Set-Cookie", "\(name)=\(key.text); Path=/; HttpOnly; SameSite=Strict; Max-Age=7776000\(secure)")
  }
}
