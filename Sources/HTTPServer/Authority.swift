/// The host and port that a request addresses (RFC 9110 §7.2).
struct Authority: Hashable {
  /// The host in lower case.
  let host: String
  /// Nil when absent or empty.
  let port: Int?

  /// Parses a host name, an IPv4 address or a bracketed IPv6 address, optionally with a port.
  /// - Returns: nil for anything else.
  init?(_ bytes: some BidirectionalCollection<UInt8>) {
    let hostEnd: Substring.UTF8View.Index?
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let utf8 = text[...].utf8
    if utf8.first == UInt8(ascii: "[") {
      guard let bracket = utf8.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      hostEnd = utf8.index(after: bracket)
      let literal = text[utf8.index(after: utf8.startIndex)..<bracket]
      guard literal.utf8.contains(UInt8(ascii: ":")), IPAddress(String(literal)) != nil else { return nil }
    } else {
      hostEnd = utf8.firstIndex(of: UInt8(ascii: ":"))
      guard utf8[..<(hostEnd ?? utf8.endIndex)].allSatisfy(\.isHostNameCharacter) else { return nil }
    }
    let end = hostEnd ?? utf8.endIndex
    guard end > utf8.startIndex else { return nil }
    host = text[..<end].lowercased()

    guard end < utf8.endIndex else {
      port = nil
      return
    }
    let digits = utf8[utf8.index(after: end)...]
    guard utf8[end] == UInt8(ascii: ":"), digits.allSatisfy(\.isDigit), digits.count <= 5 else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    guard number <= 65_535 else { return nil }
    port = digits.isEmpty ? nil : number
  }

  /// The authority as the configuration spells it: without the default port of the scheme.
  func text(scheme: String) -> String {
    guard let port, port != (scheme == "https" ? 443 : 80) else { return host }
    return "\(host):\(port)"
  }
}

extension UInt8 {
  /// Whether this is a letter, a digit, `-`, `.` or `_`: what names in DNS and hosts files consist of. The other characters
  /// of `reg-name` in RFC 3986 (escapes, sub-delimiters) occur in no real name.
  fileprivate var isHostNameCharacter: Bool {
    isDigit || (lowercasedASCII >= UInt8(ascii: "a") && lowercasedASCII <= UInt8(ascii: "z"))
      || self == UInt8(ascii: "-") || self == UInt8(ascii: ".") || self == UInt8(ascii: "_")
  }
}
