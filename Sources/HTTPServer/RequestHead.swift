/// The part of a request before its body: enough to decide whether the body will be taken.
struct RequestHead: Sendable {
  let method: Request.Method
  let path: [String]
  let query: String?
  /// Who is asked; nil only when an HTTP/1.0 request does not say.
  let authority: Authority?
  let headers: Headers
  /// Nil when not given; `Int.max` when beyond counting.
  let contentLength: Int?
  let expectsContinue: Bool
  /// Whether the client wants the connection closed after the answer.
  let closes: Bool
}
