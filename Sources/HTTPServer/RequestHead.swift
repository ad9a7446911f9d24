/// The part of a request before its body, from which is decided whether to read the body.
struct RequestHead: Sendable {
  let method: Request.Method
  let path: [String]
  let query: String?
  /// The host addressed; nil only for an HTTP/1.0 request without a host.
  let authority: Authority?
  let headers: Headers
  /// Nil when absent; `Int.max` when too large for `Int`.
  let contentLength: Int?
  let expectsContinue: Bool
  /// Whether the client wants the connection closed after the response.
  let closes: Bool
}
