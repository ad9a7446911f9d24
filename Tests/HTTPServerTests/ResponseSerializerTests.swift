import Testing

@testable import HTTPServer

struct ResponseSerializerTests {
  private func text(_ response: Response, isHTTPS: Bool = false, withoutBody: Bool = false, closes: Bool = false)
    -> String
  {
    var output: [UInt8] = []
    ResponseSerializer(isHTTPS: isHTTPS).append(
      response, to: &output, at: HTTPDate(), requestID: "abc-1", withoutBody: withoutBody, closes: closes)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func writesHeadAndBody() {
    let text = text(
      Response(status: 303, headers: [("Location", "/done"), ("Set-Cookie", "a=b")], body: Array("x".utf8)))
    #expect(text.hasPrefix("HTTP/1.1 303 See Other\r\nDate: "))
    #expect(text.contains("\r\nLocation: /done\r\nSet-Cookie: a=b\r\n"))
    #expect(text.contains("\r\nContent-Length: 1\r\n"))
    #expect(text.contains("\r\nX-Request-Id: abc-1\r\n"))
    #expect(text.hasSuffix("\r\n\r\nx"))
    #expect(!text.contains("Connection:") && !text.contains("Server:"))
  }

  @Test(arguments: [
    "Content-Security-Policy: default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "Cache-Control: no-store",
    "Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin",
    "X-Robots-Tag: noindex, nofollow",
  ])
  func carriesOnEveryAnswer(_ header: String) {
    #expect(text(Response(status: 200)).contains("\r\n\(header)\r\n"))
  }

  @Test func asksForTLSOnlyWhereItIs() {
    #expect(!text(Response(status: 200)).contains("Strict-Transport-Security"))
    #expect(
      text(Response(status: 200), isHTTPS: true)
        .contains("\r\nStrict-Transport-Security: max-age=31536000; includeSubDomains\r\n"))
  }

  @Test func letsAHandlerGiveItsOwn() {
    let text = text(Response(status: 200, headers: [("cache-control", "max-age=60")]))
    #expect(text.contains("cache-control: max-age=60") && !text.contains("no-store"))
    #expect(text.contains("nosniff"))
  }

  @Test func leavesOutTheBodyWhereThereIsNone() {
    let answer = Response(status: 200, body: Array("four".utf8))
    #expect(text(answer, withoutBody: true).contains("Content-Length: 4\r\n"))
    #expect(text(answer, withoutBody: true).hasSuffix("\r\n\r\n"))
    #expect(!text(Response(status: 204, body: Array("x".utf8))).contains("Content-Length"))
    #expect(text(Response(status: 304, body: Array("x".utf8))).hasSuffix("\r\n\r\n"))
  }

  @Test(arguments: [
    ("X", "a\r\nSet-Cookie: b"), ("X", "a\nb"), ("X", "a\0"), ("X y", "z"), ("", "z"), ("X:", "z"), ("X", "\u{7f}"),
    ("Content-Length", "1"), ("transfer-encoding", "chunked"), ("Connection", "close"),
  ])
  func refusesToWrite(_ name: String, _ value: String) {
    #expect(!Response(status: 200, headers: [(name, value)]).isSerializable)
  }

  @Test func refusesAStatusThatIsNoAnswer() {
    #expect(!Response(status: 100).isSerializable)
    #expect(!Response(status: 999).isSerializable)
    #expect(Response(status: 200, headers: [("Set-Cookie", "a=é; Path=/")]).isSerializable)
  }
}
