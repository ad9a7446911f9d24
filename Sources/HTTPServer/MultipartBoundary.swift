/// The boundary between the parts of a body, as its content type names it (RFC 2046 §5.1.1).
struct MultipartBoundary: Sendable {
  /// The bytes that begin each part but the first, and the end: a line break, two hyphens and the boundary.
  let delimiter: [UInt8]

  /// - Parameter contentType: `multipart/form-data` with a boundary and no other parameter.
  init?(contentType: String) {
    let parts = contentType.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map(\.trimmingSpace)
    guard parts.count == 2, parts[0].equalsIgnoringCase("multipart/form-data") else { return nil }
    let pair = parts[1].split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    guard pair.count == 2, pair[0].equalsIgnoringCase("boundary") else { return nil }
    var text = Array(pair[1])
    if text.count >= 2, text.first == UInt8(ascii: "\""), text.last == UInt8(ascii: "\"") {
      text = Array(text[1..<text.count - 1])
    }
    guard (1...70).contains(text.count), text.allSatisfy(\.isBoundaryCharacter) else { return nil }
    delimiter = Array("\r\n--".utf8) + text
  }
}

extension UInt8 {
  /// Whether this is a `bcharsnospace` (RFC 2046 §5.1.1).
  fileprivate var isBoundaryCharacter: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    case UInt8(ascii: "'")...UInt8(ascii: ")"), UInt8(ascii: "+")...UInt8(ascii: "/"), UInt8(ascii: ":"),
      UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
