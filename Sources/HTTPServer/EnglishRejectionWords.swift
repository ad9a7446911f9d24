/// What a person is told whose request the server rejects by itself. A language is a type that conforms to this protocol,
/// in a file of its own. A text is whole sentences, with what to do next.
protocol RejectionWords: Sendable {
  func sentence(for rejection: RequestRejection) -> String
}

/// The language of the server.
let rejectionWords: any RejectionWords = EnglishRejectionWords()

struct EnglishRejectionWords: RejectionWords {
  func sentence(for rejection: RequestRejection) -> String {
    switch rejection {
    case .bareLineFeed: "A line of the request ended without a carriage return."
    case .bareCarriageReturn: "The request held a carriage return inside a line."
    case .controlByte: "The request held a control character."
    case .emptyLines: "The request began with empty lines."
    case .malformedRequestLine: "The first line of the request was not HTTP."
    case .requestLineTooLong: "The address of the page was too long. Use the link as it was sent."
    case .methodNotImplemented: "Only GET, HEAD and POST are answered here."
    case .unsupportedVersion: "Only HTTP/1.1 and HTTP/1.0 are answered here."
    case .malformedTarget: "The address of the page was not well formed. Use the link as it was sent."
    case .targetContradictsHost: "The request named two different hosts."
    case .foldedField: "A header field went on over several lines."
    case .malformedFieldName: "A header field had no well-formed name."
    case .headTooLarge: "The request's header was too large. Clear this site's cookies and try again."
    case .tooManyFields: "The request had too many header fields."
    case .missingHost: "The request had no Host field."
    case .repeatedHost: "The request had more than one Host field."
    case .malformedHost: "The request's Host field was not well formed."
    case .transferEncoding: "A body must come with its Content-Length; let the proxy in front buffer requests."
    case .transferEncodingAndContentLength: "The request gave its length in two ways."
    case .repeatedContentLength: "The request gave its length more than once."
    case .malformedContentLength: "The request's Content-Length was not a number."
    case .unknownExpectation: "The request expected something this server does not do."
    case .foreignHost(let asked, let ours):
      """
      This server answers for \(ours), and the request asked for \(asked). If you followed a link, tell the one who \
      sent it. If you run this server behind a proxy, let the proxy pass the name on, with nginx: \
      proxy_set_header Host \(ours.contains(":") ? "$http_host" : "$host");
      """
    case .notFound: "There is no such page. Check that the link is complete."
    case .methodNotAllowed: "This page does not take that kind of request."
    case .unsupportedContentType(let taken): "Only forms sent as \(taken) are taken."
    case .contentEncoding: "Compressed forms are not taken."
    case .lengthRequired: "A form must come with its Content-Length."
    case .contentTooLarge(let limit):
      "The form was larger than \(limit) bytes. Shorten the longest answers and send it again."
    case .fileTooLarge(let limit):
      """
      The picture was larger than \(limit / 1_000_000) MB. Go back, set the camera to a smaller picture size, and take \
      it again.
      """
    case .crossSite: "The form was sent from another site. Open the link again and send it from there."
    case .tooManyRequests(let seconds): "Too many requests came from your network. Try again in \(seconds) seconds."
    case .headTimedOut, .bodyTimedOut: "The request came too slowly. Please try again."
    case .handlerTimedOut: "The answer took too long. Wait a moment and try again; nothing is sent twice."
    case .busy: "The service is busy. Wait a moment and try again."
    case .invalidResponse: "Something went wrong here. Please try again."
    }
  }
}
