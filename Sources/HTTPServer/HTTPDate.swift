import Foundation

/// The time of day as HTTP and the log write it, written once a second: a formatter costs more than an answer.
struct HTTPDate {
  /// As `Sat, 21 Nov 2026 08:00:00 GMT` (RFC 9110 §5.6.7).
  private(set) var field: [UInt8] = []
  /// As `2026-11-21T08:00:00Z`.
  private(set) var timestamp: [UInt8] = []
  private var second: time_t = -1

  init() {
    update()
  }

  mutating func update() {
    let present = time(nil)
    guard present != second else { return }
    second = present
    field = Self.format(present, "%a, %d %b %Y %H:%M:%S GMT")
    timestamp = Self.format(present, "%Y-%m-%dT%H:%M:%SZ")
  }

  private static func format(_ second: time_t, _ pattern: String) -> [UInt8] {
    var second = second
    var parts = tm()
    gmtime_r(&second, &parts)
    return [UInt8](unsafeUninitializedCapacity: 40) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { strftime($0.baseAddress, $0.count, pattern, &parts) }
    }
  }
}
