/// Collects the fields of a request head that decide about framing, and checks that they are consistent.
struct HeadBuilder {
  private let method: Request.Method
  private let target: RequestTarget
  private let isHTTP11: Bool
  private var host: Authority?
  private var contentLength: Int?
  private var hasTransferEncoding = false
  private var expectsContinue = false
  private var closes: Bool

  /// - Parameter line: `method SP request-target SP HTTP-version` (RFC 9112 §3), without its CRLF.
  init(requestLine line: ArraySlice<UInt8>) throws(RequestRejection) {
    let words = line.split(separator: ASCII.space, maxSplits: 3, omittingEmptySubsequences: false)
    guard words.count == 3, !words[1].isEmpty, !words[0].isEmpty, words[0].allSatisfy(\.isTokenCharacter) else {
      throw .malformedRequestLine
    }
    isHTTP11 = try Self.isHTTP11(words[2])
    guard let method = Request.Method.allCases.first(where: { words[0].elementsEqual($0.rawValue.utf8) }) else {
      throw .methodNotImplemented
    }
    self.method = method
    target = try RequestTarget(words[1])
    // HTTP/1.0 keep-alive is not supported: the few remaining clients open a new connection for each request.
    closes = !isHTTP11
  }

  private static func isHTTP11(_ version: ArraySlice<UInt8>) throws(RequestRejection) -> Bool {
    let digits = Array(version.dropFirst(5))
    guard version.starts(with: "HTTP/".utf8), digits.count == 3, digits[0].isDigit, digits[1] == UInt8(ascii: "."),
      digits[2].isDigit
    else { throw .malformedRequestLine }
    switch (digits[0], digits[2]) {
    case (UInt8(ascii: "1"), UInt8(ascii: "1")): return true
    case (UInt8(ascii: "1"), UInt8(ascii: "0")): return false
    default: throw .unsupportedVersion
    }
  }

  /// Records a field if it concerns framing, host or connection.
  mutating func add(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>) throws(RequestRejection) {
    switch name.count {
    case 4 where name.equalsIgnoringCase("host"):
      guard host == nil else { throw .repeatedHost }
      guard let authority = Authority(value) else { throw .malformedHost }
      host = authority
    case 14 where name.equalsIgnoringCase("content-length"):
      guard contentLength == nil else { throw .repeatedContentLength }
      contentLength = try Self.length(value)
    case 17 where name.equalsIgnoringCase("transfer-encoding"):
      hasTransferEncoding = true
    case 10 where name.equalsIgnoringCase("connection"):
      let options = value.split(separator: UInt8(ascii: ","))
      if options.contains(where: { $0.trimmingSpace.equalsIgnoringCase("close") }) { closes = true }
    case 6 where name.equalsIgnoringCase("expect"):
      guard value.equalsIgnoringCase("100-continue") else { throw .unknownExpectation }
      // RFC 9110 §10.1.1: an expectation in an HTTP/1.0 request is ignored.
      expectsContinue = isHTTP11
    default: break
    }
  }

  /// Parses `1*DIGIT` (RFC 9110 §8.6). A number too large for `Int` becomes `Int.max`, which is too large for any route.
  private static func length(_ digits: ArraySlice<UInt8>) throws(RequestRejection) -> Int {
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { throw .malformedContentLength }
    var length = 0
    for digit in digits {
      let (tens, overflow) = length.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
      if overflow || carry { return Int.max }
      length = sum
    }
    return length
  }

  /// Checks the fields against each other and returns the complete head.
  func finish(_ headers: Headers) throws(RequestRejection) -> RequestHead {
    guard host != nil || !isHTTP11 else { throw .missingHost }
    if let named = target.authority, let host, named != host { throw .targetContradictsHost }
    guard !hasTransferEncoding else {
      throw contentLength == nil ? .transferEncoding : .transferEncodingAndContentLength
    }
    return RequestHead(
      method: method, path: target.path, query: target.query, authority: target.authority ?? host, headers: headers,
      contentLength: contentLength, expectsContinue: expectsContinue, closes: closes)
  }
}
