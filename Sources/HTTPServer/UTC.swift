import Foundation

/// A moment in words, in Coordinated Universal Time.
package enum UTC {
  /// - Parameter pattern: of `strftime`, for at most 39 characters of ASCII.
  package static func text(of second: time_t, _ pattern: String) -> [UInt8] {
    var second = second
    var parts = tm()
    gmtime_r(&second, &parts)
    var text = [CChar](repeating: 0, count: 40)
    let length = strftime(&text, text.count, pattern, &parts)
    return text.prefix(length).map(UInt8.init(bitPattern:))
  }
}
