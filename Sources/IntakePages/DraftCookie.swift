import HTTPServer
import Sealing

/// The one cookie: the key of the client's draft.
///
/// `__Host-` binds it to this host over TLS; over plain HTTP, which is for loopback only, browsers refuse that prefix.
struct DraftCookie: Sendable {
  let isSecure: Bool

  private var name: String { isSecure ? "__Host-draft" : "draft" }

  /// Nil when the browser sent none, or one that is not ours.
  func key(in request: Request) -> DraftKey? { request.cookie(name).flatMap(DraftKey.init) }

  /// Outlives every link, so that a form can be finished days later.
  func header(_ key: DraftKey) -> (name: String, value: String) {
    let secure = isSecure ? "; Secure" : ""
    return ("Set-Cookie", "\(name)=\(key.text); Path=/; HttpOnly; SameSite=Strict; Max-Age=7776000\(secure)")
  }
}
