import Foundation

/// Dates as HTTP and the log write them, without a formatter: one costs more than an answer.
enum HTTPDate {
  /// Now, as `Sat, 21 Nov 2026 08:00:00 GMT` (RFC 9110 §5.6.7).
  static func now() -> [UInt8] {
    format("%a, %d %b %Y %H:%M:%S GMT")
  }

  /// Now, as `2026-11-21T08:00:00Z`.
  static func timestamp() -> String {
    String(decoding: format("%Y-%m-%dT%H:%M:%SZ"), as: UTF8.self)
  }

  private static func format(_ pattern: String) -> [UInt8] {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return [UInt8](unsafeUninitializedCapacity: 40) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { strftime($0.baseAddress, $0.count, pattern, &parts) }
    }
  }
}
