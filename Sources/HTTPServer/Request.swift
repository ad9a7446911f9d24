/// A request whose body has been read whole.
package struct Request: Sendable {
  package enum Method: String, Sendable { case get = "GET", head = "HEAD", post = "POST" }
  package let method: Method
  /// Path segments, each decoded once; empty for `/`.
  package let path: [String]
  /// Still encoded; nil when there is none.
  package let query: String?
  package let headers: Headers
  package let body: [UInt8]
  /// Made by the server, for logs and error pages.
  package let id: String
  /// Address of the client, taken from X-Forwarded-For only when the peer is a configured proxy; nil on a Unix socket.
  package let clientAddress: String?
}

/// Header fields by case-insensitive name.
package struct Headers: Sendable {
  package subscript(name: String) -> String? { nil }
}

package struct Response: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  package init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
