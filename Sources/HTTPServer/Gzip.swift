/// Compression for pages of text (RFC 1952, RFC 1951): one block of fixed codes, which needs no tables and is within a
/// fifth of what the usual library reaches on markup.
enum Gzip {
  static func compress(_ bytes: [UInt8]) -> [UInt8] {
    // Deflate, no name, no time, no hints, unknown system.
    var output: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    output.reserveCapacity(bytes.count / 3)
    var writer = DeflateWriter(output: output)
    writer.write(bytes)
    output = writer.finish()
    output.appendLittleEndian(checksum(bytes))
    output.appendLittleEndian(UInt32(truncatingIfNeeded: bytes.count))
    return output
  }

  /// CRC-32 of the plain bytes (RFC 1952 §8).
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { checksum, byte in table[Int((checksum ^ UInt32(byte)) & 0xFF)] ^ (checksum >> 8) }
  }

  private static let table: [UInt32] = (0..<256).map { place in
    (0..<8).reduce(UInt32(place)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }
}

extension [UInt8] {
  fileprivate mutating func appendLittleEndian(_ value: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
  }
}

/// Literals and repetitions as one final block of fixed Huffman codes (RFC 1951 §3.2.6).
private struct DeflateWriter {
  private var output: [UInt8]
  private var pending: UInt64 = 0
  private var pendingCount = 0

  init(output: [UInt8]) {
    self.output = output
    add(0b011, bits: 3)
  }

  mutating func write(_ bytes: [UInt8]) {
    var matcher = Matcher(bytes)
    var position = 0
    while position < bytes.count {
      if let match = matcher.match(at: position) {
        add(match)
        for covered in position..<position + match.length { matcher.note(covered) }
        position += match.length
      } else {
        addSymbol(Int(bytes[position]))
        matcher.note(position)
        position += 1
      }
    }
    addSymbol(256)
  }

  mutating func finish() -> [UInt8] {
    if pendingCount > 0 { output.append(UInt8(truncatingIfNeeded: pending)) }
    return output
  }

  private mutating func add(_ match: Matcher.Match) {
    let length = Self.lengths.lastIndex { $0.base <= match.length } ?? 0
    addSymbol(257 + length)
    add(UInt64(match.length - Self.lengths[length].base), bits: Self.lengths[length].extraBits)
    let distance = Self.distances.lastIndex { $0.base <= match.distance } ?? 0
    add(Self.reversed(UInt64(distance), bits: 5), bits: 5)
    add(UInt64(match.distance - Self.distances[distance].base), bits: Self.distances[distance].extraBits)
  }

  private mutating func addSymbol(_ symbol: Int) {
    let (code, bits): (Int, Int) =
      switch symbol {
      case ..<144: (0x30 + symbol, 8)
      case ..<256: (0x190 + symbol - 144, 9)
      case ..<280: (symbol - 256, 7)
      default: (0xC0 + symbol - 280, 8)
      }
    add(Self.reversed(UInt64(code), bits: bits), bits: bits)
  }

  /// Least significant bit first.
  private mutating func add(_ value: UInt64, bits: Int) {
    pending |= value << UInt64(pendingCount)
    pendingCount += bits
    while pendingCount >= 8 {
      output.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }

  /// Huffman codes are written from their most significant bit on.
  private static func reversed(_ code: UInt64, bits: Int) -> UInt64 {
    (0..<bits).reduce(0) { $0 | (code >> UInt64($1) & 1) << UInt64(bits - 1 - $1) }
  }

  private struct Code {
    let base: Int
    let extraBits: Int
  }

  private static let lengths: [Code] =
    (0..<28).map { place in
      let extraBits = max(0, place / 4 - 1)
      return Code(base: 3 + (place < 8 ? place : (4 + place % 4) << extraBits), extraBits: extraBits)
    } + [Code(base: 258, extraBits: 0)]

  private static let distances: [Code] = (0..<30).map { place in
    let extraBits = max(0, place / 2 - 1)
    return Code(base: 1 + (place < 4 ? place : (2 + place % 2) << extraBits), extraBits: extraBits)
  }
}

/// Finds what was written before, by the last places where the same three bytes stood.
private struct Matcher {
  struct Match {
    let length: Int
    let distance: Int
  }

  private static let window = 32_768
  private static let longest = 258
  private static let attempts = 32

  private let bytes: [UInt8]
  private var last = [Int](repeating: -1, count: 1 << 13)
  private var previous: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    previous = [Int](repeating: -1, count: bytes.count)
  }

  mutating func note(_ position: Int) {
    guard position + 2 < bytes.count else { return }
    previous[position] = last[hash(position)]
    last[hash(position)] = position
  }

  func match(at position: Int) -> Match? {
    guard position + 2 < bytes.count else { return nil }
    var best: Match?
    var candidate = last[hash(position)]
    for _ in 0..<Self.attempts where candidate >= 0 && position - candidate <= Self.window {
      let length = commonLength(candidate, position)
      if length >= 3, length > best?.length ?? 0 { best = Match(length: length, distance: position - candidate) }
      candidate = previous[candidate]
    }
    return best
  }

  private func commonLength(_ first: Int, _ second: Int) -> Int {
    let limit = min(Self.longest, bytes.count - second)
    var length = 0
    while length < limit, bytes[first + length] == bytes[second + length] { length += 1 }
    return length
  }

  private func hash(_ position: Int) -> Int {
    (Int(bytes[position]) << 6 ^ Int(bytes[position + 1]) << 3 ^ Int(bytes[position + 2])) & (last.count - 1)
  }
}

extension Response {
  /// The same answer, compressed where the browser takes that and it is worth it.
  ///
  /// A page that holds a secret beside what a stranger can choose must not be compressed (BREACH); here strangers choose
  /// nothing, since forms from other sites are refused and an address carries no text into its page.
  package func compressed(for request: Request) -> Response {
    let accepted = (request.headers["accept-encoding"] ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
    let isText = headers.contains { $0.name.utf8.equalsIgnoringCase("content-type") && $0.value.hasPrefix("text/") }
    guard isText, body.count >= 512, accepted.contains("gzip") else { return self }
    var answer = self
    answer.body = Gzip.compress(body)
    answer.headers += [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")]
    return answer
  }
}
