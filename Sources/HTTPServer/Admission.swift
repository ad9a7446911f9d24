/// What the head of a request alone decides: host, route, type and origin, before any of the body is read.
struct Admission {
  private let router: Router
  private let hosts: [String]
  private let scheme: String
  private let proxies: Set<IPAddress>
  private let trustsUnixPeers: Bool

  /// - Parameters:
  ///   - hosts: lower case, with port when not the scheme's; the first is the one to name. Empty when every name is ours.
  ///   - trustedProxies: addresses, and `unix` for whoever connects to a Unix socket.
  init(router: Router, hosts: [String], scheme: String, trustedProxies: [String] = []) {
    self.router = router
    self.hosts = hosts
    self.scheme = scheme
    proxies = Set(trustedProxies.compactMap { IPAddress($0) })
    trustsUnixPeers = trustedProxies.contains("unix")
  }

  func admit(_ head: RequestHead) throws(Refusal) -> Router.Match {
    try checkHost(head.authority)
    let match = try router.match(head.method, head.path)
    if head.method == .post { try checkForm(head) }
    guard (head.contentLength ?? 0) <= match.route.bodyLimit else {
      throw .contentTooLarge(limit: match.route.bodyLimit)
    }
    return match
  }

  func trusts(_ peer: IPAddress) -> Bool { proxies.contains(peer) }

  /// Who is really asking: the last address in X-Forwarded-For that is not one of our proxies, if a proxy says so.
  func client(of headers: Headers, peer: IPAddress?) -> IPAddress? {
    guard peer.map(trusts) ?? trustsUnixPeers else { return peer }
    let chain = headers.values("X-Forwarded-For").flatMap { $0.utf8.split(separator: UInt8(ascii: ",")) }
    for hop in chain.reversed() {
      guard let address = IPAddress(String(decoding: hop.trimmingSpace, as: UTF8.self)) else { return peer }
      if !proxies.contains(address) { return address }
    }
    return peer
  }

  /// Another name means a proxy that hides ours, or a page that was made to point here (DNS rebinding).
  private func checkHost(_ authority: Authority?) throws(Refusal) {
    guard let authority, let ours = hosts.first else { return }
    let asked = authority.text(scheme: scheme)
    guard hosts.contains(asked) else { throw .foreignHost(asked, ours: ours) }
  }

  private func checkForm(_ head: RequestHead) throws(Refusal) {
    guard head.contentLength != nil else { throw .lengthRequired }
    guard head.headers["Content-Encoding"] == nil else { throw .contentEncoding }
    guard let type = head.headers["Content-Type"], isForm(type) else { throw .unsupportedContentType }
    guard comesFromOurPages(head.headers) else { throw .crossSite }
  }

  /// `application/x-www-form-urlencoded`, in UTF-8 if it says so.
  private func isForm(_ type: String) -> Bool {
    let parts = type.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(\.trimmingSpace)
    return parts[0].equalsIgnoringCase("application/x-www-form-urlencoded")
      && parts.dropFirst().allSatisfy {
        $0.isEmpty || $0.equalsIgnoringCase("charset=utf-8") || $0.equalsIgnoringCase("charset=\"utf-8\"")
      }
  }

  /// Browsers say where a form was sent from: in Sec-Fetch-Site, older ones in Origin alone. Because our pages send
  /// `Referrer-Policy: no-referrer`, their own forms come with `Origin: null`; that is believed only beside a
  /// Sec-Fetch-Site. Programs that are no browser send neither and carry nobody's cookies.
  private func comesFromOurPages(_ headers: Headers) -> Bool {
    let site = headers["Sec-Fetch-Site"]
    if let site, site != "same-origin", site != "none" { return false }
    guard let origin = headers["Origin"] else { return true }
    if origin == "null" { return site != nil }
    return hosts.isEmpty || hosts.contains { origin == "\(scheme)://\($0)" }
  }
}
