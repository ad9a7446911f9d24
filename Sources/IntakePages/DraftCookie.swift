import HTTPServer
import Sealing

/// The only cookie, which holds the key of the client's draft.
///
/// Its prefix `__Host-` binds it to this host over TLS. Browsers reject that prefix over plain HTTP, which is used on
/// loopback only.
struct DraftCookie: Sendable {
  let isSecure: Bool

  private var name: String { isSecure ? "__Host-draft" : "draft" }

  /// The key that the browser sent; nil without a valid one.
  func key(in request: Request) -> DraftKey? { request.cookie(name).flatMap(DraftKey.init) }

  /// The header field that sets the cookie. It outlives every link, so that a form can be finished days later.
  func header(_ key: DraftKey) -> (name: String, value: String) {
    let secure = isSecure ? "; Secure" : ""
    return ("Set-Cookie", "\(name)=\(key.text); Path=/; HttpOnly; SameSite=Strict; Max-Age=7776000\(secure)")
  }
}
