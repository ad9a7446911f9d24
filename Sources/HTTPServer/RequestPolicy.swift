/// Decides from the head of a request whether its body will be read: by host, route, content type and origin.
struct RequestPolicy {
  private let router: Router
  private let hosts: [String]
  private let scheme: String
  private let proxies: Set<IPAddress>
  private let trustsUnixPeers: Bool

  /// - Parameters:
  ///   - hosts: accepted Host values in lower case, with the port unless it is the scheme's default. Error messages name
  ///     the first. Empty accepts every host.
  ///   - trustedProxies: IP addresses, and `unix` for every peer on a Unix socket.
  init(router: Router, hosts: [String], scheme: String, trustedProxies: [String] = []) {
    self.router = router
    self.hosts = hosts
    self.scheme = scheme
    proxies = Set(trustedProxies.compactMap { IPAddress($0) })
    trustsUnixPeers = trustedProxies.contains("unix")
  }

  /// Matches the route of a request to a host of ours.
  func match(_ head: RequestHead) throws(RequestRejection) -> Router.Match {
    try checkHost(head.authority)
    return try router.match(head.method, head.path)
  }

  /// Checks that the body is one that the route takes.
  func admit(_ head: RequestHead, to route: Router.Route) throws(RequestRejection) {
    if let kind = route.body { try checkForm(head, kind) }
    guard (head.contentLength ?? 0) <= route.bodyLimit else {
      throw route.body == .upload ? .fileTooLarge(limit: route.bodyLimit) : .contentTooLarge(limit: route.bodyLimit)
    }
  }

  /// Whether X-Forwarded-For of this peer is believed.
  func trusts(_ peer: IPAddress) -> Bool { proxies.contains(peer) }

  /// The address of the client: behind a trusted proxy, the last address in X-Forwarded-For that is not itself a trusted
  /// proxy; otherwise the peer.
  func client(of headers: Headers, peer: IPAddress?) -> IPAddress? {
    guard peer.map(trusts) ?? trustsUnixPeers else { return peer }
    let chain = headers.values("X-Forwarded-For").flatMap { $0.utf8.split(separator: UInt8(ascii: ",")) }
    for hop in chain.reversed() {
      guard let address = IPAddress(String(decoding: hop.trimmingSpace, as: UTF8.self)) else { return peer }
      if !proxies.contains(address) { return address }
    }
    return peer
  }

  /// Rejects other host names: they mean a proxy that does not pass the name on, or DNS rebinding.
  private func checkHost(_ authority: Authority?) throws(RequestRejection) {
    guard let authority, let ours = hosts.first else { return }
    let asked = authority.text(scheme: scheme)
    guard hosts.contains(asked) else { throw .foreignHost(asked, ours: ours) }
  }

  private func checkForm(_ head: RequestHead, _ kind: Router.BodyKind) throws(RequestRejection) {
    guard head.contentLength != nil else { throw .lengthRequired }
    guard head.headers["Content-Encoding"] == nil else { throw .contentEncoding }
    guard let type = head.headers["Content-Type"] else { throw .unsupportedContentType(taken: kind.mediaType) }
    let isTaken =
      switch kind {
      case .form: isForm(type)
      case .upload: MultipartBoundary(contentType: type) != nil
      }
    guard isTaken else { throw .unsupportedContentType(taken: kind.mediaType) }
    guard comesFromOurPages(head.headers) else { throw .crossSite }
  }

  /// Whether the type is `application/x-www-form-urlencoded`, in UTF-8 if it names a charset.
  private func isForm(_ type: String) -> Bool {
    let parts = type.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(\.trimmingSpace)
    return parts[0].equalsIgnoringCase(Router.BodyKind.form.mediaType)
      && parts.dropFirst().allSatisfy {
        $0.isEmpty || $0.equalsIgnoringCase("charset=utf-8") || $0.equalsIgnoringCase("charset=\"utf-8\"")
      }
  }

  /// Whether a form was sent from one of our own pages. Browsers tell in Sec-Fetch-Site, older ones only in Origin.
  /// Because our pages set `Referrer-Policy: no-referrer`, their forms arrive with `Origin: null`, which is believed only
  /// together with Sec-Fetch-Site. Programs other than browsers send neither header and carry no cookies of a client.
  private func comesFromOurPages(_ headers: Headers) -> Bool {
    let site = headers["Sec-Fetch-Site"]
    if let site, site != "same-origin", site != "none" { return false }
    guard let origin = headers["Origin"] else { return true }
    if origin == "null" { return site != nil }
    return hosts.isEmpty || hosts.contains { origin == "\(scheme)://\($0)" }
  }
}

extension Router.BodyKind {
  fileprivate var mediaType: String {
    switch self {
    case .form: "application/x-www-form-urlencoded"
    case .upload: "multipart/form-data"
    }
  }
}
