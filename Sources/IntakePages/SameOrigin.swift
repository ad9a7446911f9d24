import HTTPServer

/// Whether a POST comes from one of our own pages: the first lock against forged requests, the cookie being the second.
struct SameOrigin: Sendable {
  /// Scheme, host and port of the public address.
  let origin: String

  func admits(_ request: Request) -> Bool {
    if let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none" { return false }
    if let sender = request.headers["origin"], sender != origin { return false }
    return true
  }
}
