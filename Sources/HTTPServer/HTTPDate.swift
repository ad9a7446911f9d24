import Foundation

/// The current time as HTTP spells it, formatted once a second and not for each response.
struct HTTPDate {
  /// The time in the form `Sat, 21 Nov 2026 08:00:00 GMT` (RFC 9110 §5.6.7).
  private(set) var field: [UInt8] = []
  private var second: time_t = -1

  init() {
    update()
  }

  mutating func update() {
    let present = time(nil)
    guard present != second else { return }
    second = present
    field = UTC.text(of: present, "%a, %d %b %Y %H:%M:%S GMT")
  }
}
