/// The target of a request (RFC 9112 §3.2), in origin-form or in the absolute-form that is sent to proxies.
struct RequestTarget {
  /// The path segments, percent-decoded; empty for `/`.
  let path: [String]
  /// The query, still encoded.
  let query: String?
  /// The host and port of the absolute-form; nil for the origin-form.
  let authority: Authority?

  init(_ target: ArraySlice<UInt8>) throws(RequestRejection) {
    var rest = target
    if rest.first == UInt8(ascii: "/") {
      authority = nil
    } else {
      authority = try Self.takeAuthority(&rest)
    }
    let mark = rest.firstIndex(of: UInt8(ascii: "?"))
    path = try Self.segments(rest[..<(mark ?? rest.endIndex)])
    query = try mark.map { mark throws(RequestRejection) in try Self.checkedQuery(rest[(mark + 1)...]) }
  }

  private static func takeAuthority(_ rest: inout ArraySlice<UInt8>) throws(RequestRejection) -> Authority {
    guard let scheme = ["http://", "https://"].first(where: { rest.prefix($0.utf8.count).equalsIgnoringCase($0) })
    else {
      throw .malformedTarget
    }
    rest = rest.dropFirst(scheme.utf8.count)
    let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
    guard let authority = Authority(rest[..<end]) else { throw .malformedTarget }
    rest = rest[end...]
    return authority
  }

  /// Splits the path before decoding, so that an escaped slash never becomes a separator, and rejects escaped slashes
  /// nevertheless.
  private static func segments(_ path: ArraySlice<UInt8>) throws(RequestRejection) -> [String] {
    var segments: [String] = []
    for raw in path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let segment = try decoded(raw)
      guard segment != ".", segment != ".." else { throw .malformedTarget }
      segments.append(segment)
    }
    return segments == [""] ? [] : segments
  }

  private static func decoded(_ segment: ArraySlice<UInt8>) throws(RequestRejection) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(segment.count)
    var index = segment.startIndex
    while index < segment.endIndex {
      if let escaped = try escapedByte(segment, at: index) {
        guard escaped >= ASCII.space, escaped != ASCII.delete, escaped != UInt8(ascii: "/"),
          escaped != UInt8(ascii: "\\")
        else { throw .malformedTarget }
        bytes.append(escaped)
        index += 3
      } else {
        guard segment[index].isPathCharacter else { throw .malformedTarget }
        bytes.append(segment[index])
        index += 1
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformedTarget }
    return text
  }

  private static func checkedQuery(_ query: ArraySlice<UInt8>) throws(RequestRejection) -> String {
    for index in query.indices where try escapedByte(query, at: index) == nil {
      guard query[index].isPathCharacter || query[index] == UInt8(ascii: "/") || query[index] == UInt8(ascii: "?")
      else { throw .malformedTarget }
    }
    return String(decoding: query, as: UTF8.self)
  }

  /// The byte that `%XX` at this index stands for; nil when there is no escape.
  private static func escapedByte(_ bytes: ArraySlice<UInt8>, at index: Int) throws(RequestRejection) -> UInt8? {
    guard bytes[index] == UInt8(ascii: "%") else { return nil }
    guard index + 2 < bytes.endIndex, let high = bytes[index + 1].hexDigitValue,
      let low = bytes[index + 2].hexDigitValue
    else { throw .malformedTarget }
    return high << 4 | low
  }
}

extension UInt8 {
  /// Whether this is a `pchar` (RFC 3986 §3.3) other than an escape.
  fileprivate var isPathCharacter: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ":"),
      UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&")...UInt8(ascii: ","),
      UInt8(ascii: ";"), UInt8(ascii: "="):
      true
    default: false
    }
  }
}
