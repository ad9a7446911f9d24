import Foundation
import HTTPServer
import JSON
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
    let fields = event.metadata.map { metadata.merging($0) { $1 } } ?? metadata
    var members = [JSON.Member("time", .string(Self.now)), JSON.Member("event", .string(event.message.description))]
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      switch value {
      case .stringConvertible(let number as Int): members.append(JSON.Member(key, .integer(number)))
      case .stringConvertible(let number as Double): members.append(JSON.Member(key, .decimal(number)))
      default: members.append(JSON.Member(key, .string(value.description)))
      }
    }
    write(JSON.object(members).bytes + [UInt8(ascii: "\n")])
  }

  /// The current time, as in `2026-11-21T08:00:00Z`.
  private static var now: String { String(decoding: UTC.text(of: time(nil), "%Y-%m-%dT%H:%M:%SZ"), as: UTF8.self) }
}
