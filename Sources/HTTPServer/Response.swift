/// A response. The server adds the date, the length, the request's identifier, and the security headers that are missing.
package struct Response: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]
  /// Whether the request named an unknown token or code, which counts against the rate limit for guesses.
  package var countsAsGuess = false

  package init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
