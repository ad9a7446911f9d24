import HTTPServer
import Records
import Sealing

/// The cookies of the form: for each link, the key of the client's draft on this device.
///
/// The prefix `__Host-` binds them to this host over TLS. Browsers reject that prefix over plain HTTP, which is used on
/// loopback only. They are sent when a link is followed from another site, such as webmail, so that the form opens where
/// it was begun; a form that comes from another site is rejected before any handler runs.
struct DraftCookie: Sendable {
  let isSecure: Bool

  /// Each link has its own, so that a device on which several people answer can forget one of them.
  func name(for token: LinkToken) -> String {
    let link = token.hash.prefix(4).hexadecimal
    return (isSecure ? "__Host-" : "") + "draft-\(link)"
  }

  /// The key that the browser sent; nil without a valid one.
  func key(in request: Request, for token: LinkToken) -> DraftKey? {
    request.cookie(name(for: token)).flatMap(DraftKey.init)
  }

  /// The header field that sets the cookie. It outlives every link, so that a form can be finished days later.
  func header(_ key: DraftKey, for token: LinkToken) -> (name: String, value: String) {
    ("Set-Cookie", "\(name(for: token))=\(key.text); \(attributes); Max-Age=7776000\(secure)")
  }

  /// The header field that removes the cookie.
  func removal(for token: LinkToken) -> (name: String, value: String) {
    ("Set-Cookie", "\(name(for: token))=; \(attributes); Max-Age=0\(secure)")
  }

  private var attributes: String { "Path=/; HttpOnly; SameSite=Lax" }
  private var secure: String { isSecure ? "; Secure" : "" }
}
