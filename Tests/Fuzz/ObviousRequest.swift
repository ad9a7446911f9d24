import Foundation

/// The reference that the parser is compared with: reads one request slowly, with regular expressions over the whole.
struct ObviousRequest {
  let method: String
  let path: [String]
  let query: String?
  let fields: [(name: String, value: String)]
  let body: [UInt8]

  private static let token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"
  private static let character = "(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})"
  private static let host = #"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{0,5})?"#
  private static let head = pattern(
    #"\A(?:\r\n){0,2}(?<line>(?<method>GET|HEAD|POST) (?:[Hh][Tt][Tt][Pp][Ss]?://(?<authority>\#(host))(?=[/? ]))?"#
      + #"(?<path>(?:/\#(character)*)*)(?:\?(?<query>(?:\#(character)|[/?])*))? HTTP/1\.(?<minor>[01]))\r\n"#
      + #"(?<fields>(?:\#(token):[\t\x20-\x7e\x80-\xff]*\r\n){0,64})\r\n"#)
  private static let field = pattern(#"(?<name>\#(token)):[\t ]*(?<value>[^\r]*?)[\t ]*\r\n"#)

  /// Nil unless the bytes begin with a complete request that must be accepted.
  init?(_ bytes: [UInt8]) {
    // As Latin-1, every byte is one UTF-16 unit, and NSString counts those.
    let text = String(decoding: bytes.map { UInt16($0) }, as: UTF16.self) as NSString
    guard let match = Self.head.firstMatch(in: text as String, range: NSRange(location: 0, length: text.length)) else {
      return nil
    }
    func part(_ name: String) -> String? {
      let range = match.range(withName: name)
      return range.location == NSNotFound ? nil : text.substring(with: range)
    }
    guard let line = part("line"), line.utf16.count <= 8_192, let method = part("method"), let rawPath = part("path"),
      let block = part("fields"), block.utf16.count <= 16_386
    else { return nil }
    guard part("authority") != nil || rawPath.hasPrefix("/") else { return nil }
    guard let path = Self.segments(rawPath) else { return nil }
    self.method = method
    self.path = path
    query = part("query")
    fields = Self.fields(block)

    let hosts = fields.filter { $0.name == "host" }.map(\.value)
    guard hosts.count <= 1, hosts.count == 1 || part("minor") == "0" else { return nil }
    let names = (hosts + [part("authority")].compactMap { $0 }).map(Self.canonicalHost)
    guard !names.contains(nil), Set(names).count <= 1 else { return nil }
    guard !fields.contains(where: { $0.name == "transfer-encoding" }) else { return nil }
    guard fields.allSatisfy({ $0.name != "expect" || $0.value.lowercased() == "100-continue" }) else { return nil }
    let lengths = fields.filter { $0.name == "content-length" }.map(\.value)
    guard lengths.count <= 1, lengths.allSatisfy({ $0.range(of: #"\A[0-9]+\z"#, options: .regularExpression) != nil })
    else { return nil }

    let length = lengths.first.map { Int($0) ?? Int.max } ?? 0
    let rest = bytes.dropFirst(match.range.length)
    guard rest.count >= length else { return nil }
    body = Array(rest.prefix(length))
  }

  private static func segments(_ path: String) -> [String]? {
    let segments = path.isEmpty || path == "/" ? [] : path.dropFirst().components(separatedBy: "/")
    let decoded = segments.compactMap(obviouslyUnescaped)
    let isSafe = decoded.allSatisfy { segment in
      segment != "." && segment != ".."
        && !segment.unicodeScalars.contains { "/\\\u{7f}".unicodeScalars.contains($0) || $0.value < 32 }
    }
    return decoded.count == segments.count && isSafe ? decoded : nil
  }

  private static func fields(_ block: String) -> [(name: String, value: String)] {
    let text = block as NSString
    return field.matches(in: block, range: NSRange(location: 0, length: text.length)).map { match in
      (
        text.substring(with: match.range(withName: "name")).lowercased(),
        text.substring(with: match.range(withName: "value"))
      )
    }
  }

  /// The host in lower case, with its port as a number; nil when the text is not a host.
  private static func canonicalHost(_ text: String) -> String? {
    guard text.range(of: #"\A\#(host)\z"#, options: .regularExpression) != nil else { return nil }
    let name = text.replacing(#/:[0-9]*$/#, with: "")
    let bracketed = text.hasPrefix("[")
    if bracketed {
      let address = String(text.dropFirst().prefix { $0 != "]" })
      var parsed = in6_addr()
      guard address.contains(":"), inet_pton(AF_INET6, address, &parsed) == 1 else { return nil }
    }
    let afterName = bracketed ? text.components(separatedBy: "]").last ?? "" : text
    let port = afterName.contains(":") ? afterName.components(separatedBy: ":").last.flatMap { Int($0) } : nil
    guard port ?? 0 <= 65_535 else { return nil }
    return (bracketed ? text.components(separatedBy: "]")[0] + "]" : name).lowercased() + (port.map { ":\($0)" } ?? "")
  }

  private static func pattern(_ text: String) -> NSRegularExpression {
    do {
      return try NSRegularExpression(pattern: text)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
