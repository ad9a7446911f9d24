import Foundation
import Logging

/// Writes the log of the daemon: one JSON object on a line, with the time, the event and its metadata. The metadata must
/// not contain data of clients.
struct JSONLogHandler: LogHandler {
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]
  /// Takes a whole line, with its line end.
  let write: @Sendable ([UInt8]) -> Void

  /// - Parameter write: by default writes to standard output, with one system call a line, so that lines of several
  ///   threads do not mix.
  init(write: @escaping @Sendable ([UInt8]) -> Void = Self.writeToStandardOutput) {
    self.write = write
  }

  private static let writeToStandardOutput: @Sendable ([UInt8]) -> Void = { line in
    _ = Foundation.write(STDOUT_FILENO, line, line.count)
  }

  subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var line = JSONLine()
    line.append("time", JSONLine.now)
    line.append("event", event.message.description)
    let fields = event.metadata.map { metadata.merging($0) { $1 } } ?? metadata
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      switch value {
      case .stringConvertible(let number as Int): line.append(key, number: number.description)
      case .stringConvertible(let number as Double): line.append(key, number: number.description)
      default: line.append(key, value.description)
      }
    }
    write(line.finished)
  }
}

/// A JSON object on one line. No value can end the line or its string.
private struct JSONLine {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(320) }

  mutating func append(_ key: String, _ text: String) {
    append(key: key)
    append(quoted: text)
  }

  /// - Parameter number: a finite number as Swift describes it, which is as JSON spells it.
  mutating func append(_ key: String, number: String) {
    append(key: key)
    bytes += number.utf8
  }

  var finished: [UInt8] { bytes + [UInt8(ascii: "}"), UInt8(ascii: "\n")] }

  /// The current time, as in `2026-11-21T08:00:00Z`.
  static var now: String {
    var second = time(nil)
    var parts = tm()
    gmtime_r(&second, &parts)
    return String(unsafeUninitializedCapacity: 24) { buffer in
      buffer.withMemoryRebound(to: CChar.self) { strftime($0.baseAddress, $0.count, "%Y-%m-%dT%H:%M:%SZ", &parts) }
    }
  }

  private mutating func append(key: String) {
    bytes.append(UInt8(ascii: bytes.isEmpty ? "{" : ","))
    append(quoted: key)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func append(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20, 0x7F: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
