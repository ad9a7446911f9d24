import Foundation

/// Serialises responses, with the header fields that every response has.
struct ResponseSerializer {
  /// Added unless the handler sets its own value. They forbid script, foreign content, framing and caching, and keep the
  /// link from appearing elsewhere.
  private let common: [(name: String, value: String)]
  private let commonBytes: [UInt8]

  init(isHTTPS: Bool) {
    var common = [
      (ContentSecurityPolicy.header, ContentSecurityPolicy.standard),
      ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "no-referrer"),
      ("Cache-Control", "no-store"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      (
        "Permissions-Policy",
        """
        accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), \
        fullscreen=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), \
        magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), \
        screen-wake-lock=(), serial=(), usb=(), web-share=(), xr-spatial-tracking=()
        """
      ),
      ("X-Robots-Tag", "noindex, nofollow"),
    ]
    if isHTTPS { common.append(("Strict-Transport-Security", "max-age=31536000; includeSubDomains")) }
    self.common = common
    commonBytes = common.flatMap { Array("\($0.0): \($0.1)\r\n".utf8) }
  }

  func append(
    _ response: Response, to output: inout [UInt8], at time: HTTPDate, requestID: String, withoutBody: Bool,
    closes: Bool
  ) {
    let mayHaveBody = response.status != 204 && response.status != 304
    output.reserveCapacity(output.count + 1_536 + response.body.count)
    output += "HTTP/1.1 \(response.status) \(reason(response.status))\r\nDate: ".utf8
    output += time.field
    output += "\r\n".utf8
    appendCommon(unlessIn: response.headers, to: &output)
    for (name, value) in response.headers { appendField(name, value, to: &output) }
    if mayHaveBody {
      if !response.body.isEmpty, !response.headers.contains(where: { $0.name.utf8.equalsIgnoringCase("content-type") })
      {
        appendField("Content-Type", "text/plain; charset=utf-8", to: &output)
      }
      appendField("Content-Length", String(response.body.count), to: &output)
    }
    appendField("X-Request-Id", requestID, to: &output)
    if closes { appendField("Connection", "close", to: &output) }
    output += "\r\n".utf8
    if mayHaveBody, !withoutBody { output += response.body }
  }

  private func appendCommon(unlessIn own: [(name: String, value: String)], to output: inout [UInt8]) {
    let missing = common.filter { common in !own.contains { $0.name.utf8.equalsIgnoringCase(common.name) } }
    if missing.count == common.count {
      output += commonBytes
    } else {
      for (name, value) in missing { appendField(name, value, to: &output) }
    }
  }

  private func appendField(_ name: String, _ value: String, to output: inout [UInt8]) {
    output += name.utf8
    output += ": ".utf8
    output += value.utf8
    output += "\r\n".utf8
  }
}

extension Response {
  /// Whether the status is valid, no header contains a line break (response splitting), and none of those is set that the
  /// server sets itself.
  var isSerializable: Bool {
    (200...599).contains(status)
      && headers.allSatisfy { name, value in
        !name.isEmpty && name.utf8.allSatisfy(\.isTokenCharacter)
          && value.utf8.allSatisfy { ($0 >= ASCII.space || $0 == ASCII.tab) && $0 != ASCII.delete }
          && !["content-length", "transfer-encoding", "connection"].contains { name.utf8.equalsIgnoringCase($0) }
      }
  }
}

private func reason(_ status: Int) -> String {
  switch status {
  case 200: "OK"
  case 204: "No Content"
  case 303: "See Other"
  case 304: "Not Modified"
  case 400: "Bad Request"
  case 403: "Forbidden"
  case 404: "Not Found"
  case 405: "Method Not Allowed"
  case 408: "Request Timeout"
  case 409: "Conflict"
  case 410: "Gone"
  case 411: "Length Required"
  case 413: "Content Too Large"
  case 414: "URI Too Long"
  case 415: "Unsupported Media Type"
  case 417: "Expectation Failed"
  case 421: "Misdirected Request"
  case 422: "Unprocessable Content"
  case 429: "Too Many Requests"
  case 431: "Request Header Fields Too Large"
  case 500: "Internal Server Error"
  case 501: "Not Implemented"
  case 503: "Service Unavailable"
  case 505: "HTTP Version Not Supported"
  case 507: "Insufficient Storage"
  // RFC 9112 §4: the phrase may be empty.
  default: ""
  }
}
