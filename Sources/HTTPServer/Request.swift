/// A complete request.
package struct Request: Sendable {
  package enum Method: String, Sendable, CaseIterable { case get = "GET", head = "HEAD", post = "POST" }

  package let method: Method
  /// The path segments, percent-decoded; empty for `/`.
  package let path: [String]
  /// The query, still encoded; nil when there is none.
  package let query: String?
  package let headers: Headers
  package let body: [UInt8]
  /// The identifier assigned by the server, for logs and error pages.
  package let id: String
  /// The address of the client, taken from X-Forwarded-For only if the peer is a trusted proxy; nil on a Unix socket.
  package let clientAddress: String?

  package init(
    method: Method, path: [String], query: String? = nil, headers: Headers = Headers(), body: [UInt8] = [],
    id: String = "", clientAddress: String? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.id = id
    self.clientAddress = clientAddress
  }

  /// The value of a cookie (RFC 6265 §5.4); the first if the browser sent several of that name.
  package func cookie(_ name: String) -> String? {
    for field in headers.values("Cookie") {
      for pair in field.utf8.split(separator: UInt8(ascii: ";")) {
        let trimmed = pair.trimmingSpace
        guard let equals = trimmed.firstIndex(of: UInt8(ascii: "=")),
          trimmed[..<equals].elementsEqual(name.utf8)
        else { continue }
        return String(trimmed[trimmed.index(after: equals)...])
      }
    }
    return nil
  }
}
