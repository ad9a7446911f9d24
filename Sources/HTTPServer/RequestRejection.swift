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
  case unsupportedContentType, contentEncoding, lengthRequired, contentTooLarge(limit: Int)
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
  var sentence: String { answer.sentence }

  /// The header fields that accompany the status.
  var headers: [(name: String, value: String)] {
    switch self {
    case .methodNotAllowed(let allow): [("Allow", allow)]
    case .tooManyRequests(let seconds): [("Retry-After", String(seconds))]
    case .busy, .handlerTimedOut: [("Retry-After", "5")]
    default: []
    }
  }

  private var answer: (status: Int, clause: String, sentence: String) {
    switch self {
    case .bareLineFeed: (400, "RFC 9112 §2.2", "A line of the request ended without a carriage return.")
    case .bareCarriageReturn: (400, "RFC 9112 §2.2", "The request held a carriage return inside a line.")
    case .controlByte: (400, "RFC 9110 §5.5", "The request held a control character.")
    case .emptyLines: (400, "RFC 9112 §2.2", "The request began with empty lines.")
    case .malformedRequestLine: (400, "RFC 9112 §3", "The first line of the request was not HTTP.")
    case .requestLineTooLong: (414, "RFC 9112 §3", "The address of the page was too long. Use the link as it was sent.")
    case .methodNotImplemented: (501, "RFC 9110 §9.1", "Only GET, HEAD and POST are answered here.")
    case .unsupportedVersion: (505, "RFC 9112 §2.3", "Only HTTP/1.1 and HTTP/1.0 are answered here.")
    case .malformedTarget:
      (400, "RFC 9112 §3.2", "The address of the page was not well formed. Use the link as it was sent.")
    case .targetContradictsHost: (400, "RFC 9112 §3.2.2", "The request named two different hosts.")
    case .foldedField: (400, "RFC 9112 §5.2", "A header field went on over several lines.")
    case .malformedFieldName: (400, "RFC 9112 §5.1", "A header field had no well-formed name.")
    case .headTooLarge:
      (431, "RFC 6585 §5", "The request's header was too large. Clear this site's cookies and try again.")
    case .tooManyFields: (431, "RFC 6585 §5", "The request had too many header fields.")
    case .missingHost: (400, "RFC 9112 §3.2", "The request had no Host field.")
    case .repeatedHost: (400, "RFC 9112 §3.2", "The request had more than one Host field.")
    case .malformedHost: (400, "RFC 9112 §3.2", "The request's Host field was not well formed.")
    case .transferEncoding:
      (411, "RFC 9112 §6.3", "A body must come with its Content-Length; let the proxy in front buffer requests.")
    case .transferEncodingAndContentLength: (400, "RFC 9112 §6.3", "The request gave its length in two ways.")
    case .repeatedContentLength: (400, "RFC 9112 §6.3", "The request gave its length more than once.")
    case .malformedContentLength: (400, "RFC 9112 §6.3", "The request's Content-Length was not a number.")
    case .unknownExpectation: (417, "RFC 9110 §10.1.1", "The request expected something this server does not do.")

    case .foreignHost(let asked, let ours):
      (
        421, "RFC 9110 §15.5.20",
        """
        This server answers for \(ours), and the request asked for \(asked). If you followed a link, tell the one who \
        sent it. If you run this server behind a proxy, let the proxy pass the name on, with nginx: \
        proxy_set_header Host \(ours.contains(":") ? "$http_host" : "$host");
        """
      )
    case .notFound: (404, "RFC 9110 §15.5.5", "There is no such page. Check that the link is complete.")
    case .methodNotAllowed: (405, "RFC 9110 §15.5.6", "This page does not take that kind of request.")
    case .unsupportedContentType:
      (415, "RFC 9110 §15.5.16", "Only forms sent as application/x-www-form-urlencoded are taken.")
    case .contentEncoding: (415, "RFC 9110 §15.5.16", "Compressed forms are not taken.")
    case .lengthRequired: (411, "RFC 9110 §15.5.12", "A form must come with its Content-Length.")
    case .contentTooLarge(let limit):
      (
        413, "RFC 9110 §15.5.14",
        "The form was larger than \(limit) bytes. Shorten the longest answers and send it again."
      )
    case .crossSite:
      (403, "Fetch Metadata §2.3", "The form was sent from another site. Open the link again and send it from there.")
    case .tooManyRequests(let seconds):
      (429, "RFC 6585 §4", "Too many requests came from your network. Try again in \(seconds) seconds.")

    case .headTimedOut, .bodyTimedOut: (408, "RFC 9110 §15.5.9", "The request came too slowly. Please try again.")
    case .handlerTimedOut:
      (503, "RFC 9110 §15.6.4", "The answer took too long. Wait a moment and try again; nothing is sent twice.")
    case .busy: (503, "RFC 9110 §15.6.4", "The service is busy. Wait a moment and try again.")
    case .invalidResponse: (500, "RFC 9110 §5.5", "Something went wrong here. Please try again.")
    }
  }
}
