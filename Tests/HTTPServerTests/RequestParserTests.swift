import Testing

@testable import HTTPServer

/// Feeds literal bytes to the parser, whole and cut at every position.
struct RequestParserTests {
  @Test func readsARequestCutAnywhere() throws {
    let text =
      "POST /i/abc%20d/2?x=1 HTTP/1.1\r\nHost: Example.org:8080\r\nX-Empty:\r\nX: a \t b \r\nContent-Length: 5\r\n\r\na=b&cGET"
    for cut in 0...text.utf8.count {
      let outcome = parse(text, cutAt: cut)
      let head = try #require(outcome.heads.first)
      #expect(head.method == .post)
      #expect(head.path == ["i", "abc d", "2"])
      #expect(head.query == "x=1")
      #expect(head.authority?.text(scheme: "http") == "example.org:8080")
      #expect(head.headers["x-empty"] == "")
      #expect(head.headers["X"] == "a \t b")
      #expect(head.contentLength == 5)
      #expect(!head.closes)
      #expect(outcome.bodies == [Array("a=b&c".utf8)])
      #expect(outcome.rejection == nil)
    }
  }

  @Test func readsPipelinedRequestsOneByOne() {
    let one = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
    for cut in 0...(3 * one.utf8.count) {
      #expect(parse(one + one + one, cutAt: cut).bodies.count == 3)
    }
  }

  @Test(arguments: Refused.all)
  func refuses(_ example: Refused) {
    // Long examples are repetitions, so that fewer cuts are enough.
    for cut in stride(from: 0, through: example.text.utf8.count, by: example.text.utf8.count > 300 ? 997 : 1) {
      #expect(parse(example.text, cutAt: cut).rejection == example.rejection, "cut at \(cut)")
    }
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.0\r\n\r\n",
    "HEAD http://a/x?y HTTP/1.1\r\nHost: a\r\n\r\n", "GET HTTP://A HTTP/1.1\r\nhOST:a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", "GET / HTTP/1.1\r\nHost: a:\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX: \u{80}\u{ff}\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0000000000000000000000\r\n\r\n",
    "GET /:@!$&'()*+,;=-._~%41 HTTP/1.1\r\nHost: a\r\n\r\n",
  ])
  func takes(_ text: String) {
    for cut in 0...text.utf8.count {
      let outcome = parse(text, cutAt: cut)
      #expect(outcome.bodies.count == 1 && outcome.rejection == nil)
    }
  }

  @Test(arguments: ["close", "CLOSE", "keep-alive, close", "x ,\tclose"])
  func closesWhenAsked(_ connection: String) {
    #expect(parse("GET / HTTP/1.1\r\nHost: a\r\nConnection: \(connection)\r\n\r\n").heads.first?.closes == true)
  }

  @Test func keepsOpenUnlessAsked() {
    #expect(parse("GET / HTTP/1.1\r\nHost: a\r\nConnection: closed, upgrade\r\n\r\n").heads.first?.closes == false)
    #expect(parse("GET / HTTP/1.0\r\nHost: a\r\n\r\n").heads.first?.closes == true)
  }

  @Test func ignoresAnExpectationInHTTP10() {
    let fields = "Host: a\r\nExpect: 100-Continue\r\nContent-Length: 1\r\n\r\n"
    #expect(parse("POST / HTTP/1.1\r\n" + fields).heads.first?.expectsContinue == true)
    #expect(parse("POST / HTTP/1.0\r\n" + fields).heads.first?.expectsContinue == false)
  }

  @Test func countsALengthBeyondCountingAsTheLargest() {
    let head = parse("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(String(repeating: "9", count: 300))\r\n\r\n")
      .heads.first
    #expect(head?.contentLength == Int.max)
  }

  @Test func tellsWhenNothingHasCome() {
    var parser = RequestParser()
    #expect(parser.isIdle)
    parser.append(Array("\r".utf8))
    #expect(!parser.isIdle)
  }

  @Test func refusesBeforeALineEndsWhatCanNeverBecomeARequest() {
    for text in ["\0", "\u{16}\u{3}\u{1}", "\u{c7}\u{c5}", "GET / HTTP/1.1\rX", String(repeating: "A", count: 8_193)] {
      #expect(parse(text).rejection != nil)
    }
  }
}

/// A request and why it is rejected. Bytes are written as Latin-1.
struct Refused: CustomTestStringConvertible, Sendable {
  let text: String
  let rejection: RequestRejection
  var testDescription: String { "\(rejection): \(text.prefix(60).debugDescription)" }

  init(_ text: String, _ rejection: RequestRejection) {
    self.text = text
    self.rejection = rejection
  }

  private static func field(_ field: String, _ rejection: RequestRejection) -> Refused {
    Refused("POST / HTTP/1.1\r\nHost: a\r\n\(field)\r\n\r\n", rejection)
  }

  private static func target(_ target: String) -> Refused {
    Refused("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n", .malformedTarget)
  }

  static let all: [Refused] =
    [
      Refused("GET / HTTP/1.1\nHost: a\r\n\r\n", .bareLineFeed),
      Refused("\n", .bareLineFeed),
      Refused("GET / HTTP/1.1\r\nHost: a\r\n\n", .bareLineFeed),
      Refused("GET / HTTP/1.1\rHost: a\r\n\r\n", .bareCarriageReturn),
      Refused("GET / HTTP/1.1\r\nHost: a\rX: y\r\n\r\n", .bareCarriageReturn),
      Refused("GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n", .controlByte),
      Refused("G\u{0}T / HTTP/1.1\r\n", .controlByte),
      Refused("GET /\u{ff} HTTP/1.1\r\n", .controlByte),
      Refused("\r\n\r\n\r\nGET / HTTP/1.1\r\n", .emptyLines),
      Refused(" GET / HTTP/1.1\r\n", .malformedRequestLine),
      Refused("GET  / HTTP/1.1\r\n", .malformedRequestLine),
      Refused("GET / HTTP/1.1 \r\n", .malformedRequestLine),
      Refused("GET /\r\n", .malformedRequestLine),
      Refused("GET\r\n", .malformedRequestLine),
      Refused("G@T / HTTP/1.1\r\n", .malformedRequestLine),
      Refused("GET / HTTP/1.\r\n", .malformedRequestLine),
      Refused("GET / http/1.1\r\n", .malformedRequestLine),
      Refused("GET / HTTP/01.1\r\n", .malformedRequestLine),
      Refused("GET / HTTP/1.+1\r\n", .malformedRequestLine),
      Refused("GET / HTTPS/1.1\r\n", .malformedRequestLine),
      Refused("GET / HTTP/2.0\r\n", .unsupportedVersion),
      Refused("GET / HTTP/1.2\r\n", .unsupportedVersion),
      Refused("GET / HTTP/0.9\r\n", .unsupportedVersion),
      Refused("PUT / HTTP/1.1\r\n", .methodNotImplemented),
      Refused("get / HTTP/1.1\r\n", .methodNotImplemented),
      Refused("OPTIONS * HTTP/1.1\r\n", .methodNotImplemented),
      Refused("CONNECT a:1 HTTP/1.1\r\n", .methodNotImplemented),
      Refused("GET /\(String(repeating: "a", count: 8_192)) HTTP/1.1\r\n", .requestLineTooLong),
      Refused("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 16_384))\r\n\r\n", .headTooLarge),
      Refused("GET / HTTP/1.1\r\n\(String(repeating: "X: y\r\n", count: 65))\r\n", .tooManyFields),
      Refused("GET / HTTP/1.1\r\n\r\n", .missingHost),
      Refused("GET http://a/ HTTP/1.1\r\n\r\n", .missingHost),
      Refused("GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", .targetContradictsHost),
      field("Host: a", .repeatedHost),
      field("X : y", .malformedFieldName),
      field("X y: z", .malformedFieldName),
      field(": y", .malformedFieldName),
      field("X", .malformedFieldName),
      field("X\u{e9}: y", .malformedFieldName),
      field("X\u{0}: y", .controlByte),
      field("X: y\u{1}", .controlByte),
      field("X: y\u{7f}", .controlByte),
      field(" X: y", .foldedField),
      field("X: y\r\n\tz", .foldedField),
      field("Expect: 200-ok", .unknownExpectation),
      field("Transfer-Encoding: chunked", .transferEncoding),
      field("tRANSFER-eNCODING:", .transferEncoding),
      field("Transfer-Encoding: identity\r\nContent-Length: 1", .transferEncodingAndContentLength),
      field("Content-Length: 1\r\nTransfer-Encoding: x", .transferEncodingAndContentLength),
      field("Content-Length: 5\r\nContent-Length: 5", .repeatedContentLength),
    ]
    + ["", "+5", "-0", "5.0", "0x5", "5 5", "5,5", "5_0", "\u{b2}", "5;"].map {
      field("Content-Length: \($0)", .malformedContentLength)
    }
    + ["", "a b", "a/b", "a,b", "a:b", "a:99999", "a:1:2", "[::1", "[1.2.3.4]", "[::1]x", "\u{e9}", "a@b", "a:-1"].map {
      Refused("GET / HTTP/1.1\r\nHost: \($0)\r\n\r\n", .malformedHost)
    }
    + [
      "x", "?x", "*", "/#a", "/a/../b", "/.", "/%2e%2E", "/a%2fb", "/a%5Cb", "/a\\b", "/%00", "/%0a", "/%7f", "/%",
      "/%g0", "/%4",
      "/%+1", "/%c0%af", "/%ed%a0%80", "/\"", "/<", "/a|b", "/?a#b", "/?%", "/?{", "http://", "http:///x",
      "https://a:99999/",
      "ftp://a/", "file:///etc/passwd", "http://u@a/",
    ].map { target($0) }
}

/// What came out of a parser.
struct Outcome {
  var heads: [RequestHead] = []
  var bodies: [[UInt8]] = []
  var rejection: RequestRejection?
}

/// Feeds Latin-1 text in two parts.
func parse(_ text: String, cutAt cut: Int = 0) -> Outcome {
  let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  return parse([bytes.prefix(cut), bytes.dropFirst(cut)])
}

func parse(_ parts: [ArraySlice<UInt8>]) -> Outcome {
  var parser = RequestParser()
  var outcome = Outcome()
  do throws(RequestRejection) {
    for part in parts {
      parser.append(part)
      while let element = try parser.next() {
        switch element {
        case .head(let head): outcome.heads.append(head)
        case .body(let body): outcome.bodies.append(body)
        }
      }
    }
  } catch {
    outcome.rejection = error
  }
  return outcome
}
