/// A strict incremental parser of HTTP/1.x requests (RFC 9112), without I/O. It scans each byte once and reports an error
/// as soon as the offending byte arrives. After an error the parser must not be used any longer.
struct RequestParser {
  enum Element {
    /// A complete and valid head. Its body follows as the next element, even when it is empty.
    case head(RequestHead)
    case body([UInt8])
  }

  private enum Phase {
    case requestLine
    case fields(HeadBuilder)
    case body(length: Int)
  }

  private let limits: Limits
  private var phase = Phase.requestLine
  private var buffer: [UInt8] = []
  /// The start of the current line. Bytes before it have been delivered or belong to the current head.
  private var lineStart = 0
  /// Bytes before this offset have been scanned.
  private var scanned = 0
  /// The start of the current head, and of its fields.
  private var headStart = 0
  private var fieldsStart = 0
  private var fields: [Headers.Field] = []
  private var emptyLines = 0

  init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Whether no byte of a further request has arrived.
  var isIdle: Bool {
    guard case .requestLine = phase else { return false }
    return buffer.count == headStart && emptyLines == 0
  }

  /// The number of received bytes of the current body; nil outside a body.
  var receivedBody: Int? {
    guard case .body = phase else { return nil }
    return buffer.count - lineStart
  }

  /// Whether the current head starts like that of a HEAD request, so that even an error response must have no body.
  var isHead: Bool { buffer[headStart...].starts(with: "HEAD ".utf8) }

  mutating func append(_ bytes: some Collection<UInt8>) {
    buffer.append(contentsOf: bytes)
  }

  /// Returns the next element, or nil until more bytes arrive.
  mutating func next() throws(RequestRejection) -> Element? {
    while true {
      switch phase {
      case .requestLine:
        guard let line = try line() else { return nil }
        if line.isEmpty {
          emptyLines += 1
          guard emptyLines <= limits.emptyLines else { throw .emptyLines }
          headStart = lineStart
        } else {
          phase = .fields(try HeadBuilder(requestLine: buffer[line]))
          fieldsStart = lineStart
        }
      case .fields(var head):
        guard let line = try line() else { return nil }
        guard line.isEmpty else {
          let field = try field(line)
          try head.add(name: buffer[field.name], value: buffer[field.value])
          phase = .fields(head)
          continue
        }
        let complete = try head.finish(takeHeaders())
        phase = .body(length: complete.contentLength ?? 0)
        return .head(complete)
      case .body(let length):
        guard buffer.count - lineStart >= length else { return nil }
        let body = Array(buffer[lineStart..<lineStart + length])
        phase = .requestLine
        emptyLines = 0
        discard(upTo: lineStart + length)
        return .body(body)
      }
    }
  }

  /// Returns the next line without its CRLF, or nil until it is complete.
  private mutating func line() throws(RequestRejection) -> Range<Int>? {
    let inRequestLine = if case .requestLine = phase { true } else { false }
    while scanned < buffer.count {
      switch buffer[scanned] {
      case ASCII.carriageReturn:
        guard scanned + 1 < buffer.count else { return nil }
        guard buffer[scanned + 1] == ASCII.lineFeed else { throw .bareCarriageReturn }
        let line = lineStart..<scanned
        scanned += 2
        lineStart = scanned
        return line
      case ASCII.lineFeed: throw .bareLineFeed
      case ASCII.space..<ASCII.delete: break
      case ASCII.tab where !inRequestLine, 0x80... where !inRequestLine: break
      default: throw .controlByte
      }
      scanned += 1
      if inRequestLine {
        guard scanned - lineStart <= limits.requestLine else { throw .requestLineTooLong }
      } else {
        guard scanned - fieldsStart <= limits.head else { throw .headTooLarge }
      }
    }
    return nil
  }

  /// Parses `field-name ":" OWS field-value OWS` (RFC 9112 §5).
  private mutating func field(_ line: Range<Int>) throws(RequestRejection) -> Headers.Field {
    guard !buffer[line.lowerBound].isSpaceOrTab else { throw .foldedField }
    guard let colon = buffer[line].firstIndex(where: { !$0.isTokenCharacter }), colon > line.lowerBound,
      buffer[colon] == UInt8(ascii: ":")
    else { throw .malformedFieldName }
    guard fields.count < limits.headerFields else { throw .tooManyFields }
    let field = Headers.Field(
      name: line.lowerBound..<colon, value: buffer[(colon + 1)..<line.upperBound].trimmingSpace.indices)
    fields.append(field)
    return field
  }

  /// Returns the fields of the complete head, with a copy of their bytes.
  private mutating func takeHeaders() -> Headers {
    let start = headStart
    let own = fields.map { field in
      Headers.Field(
        name: field.name.lowerBound - start..<field.name.upperBound - start,
        value: field.value.lowerBound - start..<field.value.upperBound - start)
    }
    fields.removeAll(keepingCapacity: true)
    return Headers(bytes: Array(buffer[start..<lineStart]), fields: own)
  }

  /// Removes what has been delivered, and releases the memory of a large body.
  private mutating func discard(upTo end: Int) {
    if end == buffer.count {
      buffer.removeAll(keepingCapacity: buffer.capacity <= limits.keptBuffer)
    } else {
      buffer.removeSubrange(..<end)
    }
    headStart = 0
    lineStart = 0
    scanned = 0
  }
}
