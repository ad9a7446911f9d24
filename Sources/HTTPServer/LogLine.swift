/// One JSON object on one line. Whatever a value holds, it cannot end the line or the string.
struct LogLine {
  private var bytes: [UInt8] = []

  init(_ event: String, at time: HTTPDate) {
    bytes.reserveCapacity(320)
    bytes += "{\"time\":\"".utf8
    bytes += time.timestamp
    bytes.append(UInt8(ascii: "\""))
    add("event", event)
  }

  var text: String { String(decoding: bytes + [UInt8(ascii: "}")], as: UTF8.self) }

  mutating func add(_ key: StaticString, _ value: String) {
    addKey(key)
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<ASCII.space, ASCII.delete:
        let hex = String(byte, radix: 16)
        bytes += "\\u00\(hex.count == 1 ? "0" : "")\(hex)".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func add(_ key: StaticString, _ value: Int) {
    addKey(key)
    bytes += String(value).utf8
  }

  /// With three decimals.
  mutating func add(_ key: StaticString, milliseconds duration: Duration) {
    addKey(key)
    let microseconds = Int(duration / .microseconds(1))
    let fraction = String(microseconds % 1_000)
    bytes += "\(microseconds / 1_000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)".utf8
  }

  private mutating func addKey(_ key: StaticString) {
    bytes += ",\"".utf8
    bytes += UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    bytes += "\":".utf8
  }
}
