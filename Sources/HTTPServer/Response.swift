/// An answer. The server adds the date, the length, the request's id and the security headers that are not given here.
package struct Response: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]
  /// The request named a token or code that is not known: charged to the address's allowance of guesses.
  package var countsAsGuess = false

  package init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
