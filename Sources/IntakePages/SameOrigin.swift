import HTTPServer

/// Whether a POST comes from one of our own pages: the first lock against forged requests, the cookie being the second.
struct SameOrigin: Sendable {
  /// Scheme, host and port of the public address.
  let origin: String

  /// Under `Referrer-Policy: no-referrer` browsers write the origin of our own pages as `null`, so a browser that says
  /// where a request comes from (`Sec-Fetch-Site`) is believed first.
  func admits(_ request: Request) -> Bool {
    if let site = request.headers["sec-fetch-site"] { return site == "same-origin" || site == "none" }
    guard let sender = request.headers["origin"], sender != "null" else { return true }
    return sender == origin
  }
}
