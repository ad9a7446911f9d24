/// Why the server rejects a request by itself, before or instead of a handler.
enum RequestRejection: Error, Hashable {
  // The head cannot be trusted.
  case bareLineFeed, bareCarriageReturn, controlByte, emptyLines
  case malformedRequestLine, requestLineTooLong, methodNotImplemented, unsupportedVersion
  case malformedTarget, targetContradictsHost
  case foldedField, malformedFieldName, headTooLarge, tooManyFields
  case missingHost, repeatedHost, malformedHost
  case transferEncoding, transferEncodingAndContentLength, repeatedContentLength, malformedContentLength
  case unknownExpectation

  // The head is valid, but the request is not accepted.
  case foreignHost(String, ours: String)
  case notFound
  case methodNotAllowed(allow: String)
  case unsupportedContentType(taken: String), contentEncoding, lengthRequired
  case contentTooLarge(limit: Int), fileTooLarge(limit: Int)
  case crossSite
  case tooManyRequests(seconds: Int)

  // Deadlines and load.
  case headTimedOut, bodyTimedOut, handlerTimedOut, busy
  case invalidResponse
}

extension RequestRejection {
  var status: Int { answer.status }

  /// The clause of the standard that defines the status or is violated.
  var clause: String { answer.clause }

  /// What the person is told, including what to do next.
  var sentence: String { rejectionWords.sentence(for: self) }

  /// The header fields that accompany the status.
  var headers: [(name: String, value: String)] {
    switch self {
    case .methodNotAllowed(let allow): [("Allow", allow)]
    case .tooManyRequests(let seconds): [("Retry-After", String(seconds))]
    case .busy, .handlerTimedOut: [("Retry-After", "5")]
    default: []
    }
  }

  private var answer: (status: Int, clause: String) {
    switch self {
    case .bareLineFeed: (400, "RFC 9112 §2.2")
    case .bareCarriageReturn: (400, "RFC 9112 §2.2")
    case .controlByte: (400, "RFC 9110 §5.5")
    case .emptyLines: (400, "RFC 9112 §2.2")
    case .malformedRequestLine: (400, "RFC 9112 §3")
    case .requestLineTooLong: (414, "RFC 9112 §3")
    case .methodNotImplemented: (501, "RFC 9110 §9.1")
    case .unsupportedVersion: (505, "RFC 9112 §2.3")
    case .malformedTarget: (400, "RFC 9112 §3.2")
    case .targetContradictsHost: (400, "RFC 9112 §3.2.2")
    case .foldedField: (400, "RFC 9112 §5.2")
    case .malformedFieldName: (400, "RFC 9112 §5.1")
    case .headTooLarge: (431, "RFC 6585 §5")
    case .tooManyFields: (431, "RFC 6585 §5")
    case .missingHost: (400, "RFC 9112 §3.2")
    case .repeatedHost: (400, "RFC 9112 §3.2")
    case .malformedHost: (400, "RFC 9112 §3.2")
    case .transferEncoding: (411, "RFC 9112 §6.3")
    case .transferEncodingAndContentLength: (400, "RFC 9112 §6.3")
    case .repeatedContentLength: (400, "RFC 9112 §6.3")
    case .malformedContentLength: (400, "RFC 9112 §6.3")
    case .unknownExpectation: (417, "RFC 9110 §10.1.1")
    case .foreignHost: (421, "RFC 9110 §15.5.20")
    case .notFound: (404, "RFC 9110 §15.5.5")
    case .methodNotAllowed: (405, "RFC 9110 §15.5.6")
    case .unsupportedContentType: (415, "RFC 9110 §15.5.16")
    case .contentEncoding: (415, "RFC 9110 §15.5.16")
    case .lengthRequired: (411, "RFC 9110 §15.5.12")
    case .contentTooLarge, .fileTooLarge: (413, "RFC 9110 §15.5.14")
    case .crossSite: (403, "Fetch Metadata §2.3")
    case .tooManyRequests: (429, "RFC 6585 §4")
    case .headTimedOut, .bodyTimedOut: (408, "RFC 9110 §15.5.9")
    case .handlerTimedOut: (503, "RFC 9110 §15.6.4")
    case .busy: (503, "RFC 9110 §15.6.4")
    case .invalidResponse: (500, "RFC 9110 §5.5")
    }
  }
}
