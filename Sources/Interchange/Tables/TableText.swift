import Foundation

/// The text of a file that does not tell its encoding.
package struct TableText: Sendable {
  package enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case windows1252 = "Windows-1252"
  }

  package let encoding: Encoding
  let bytes: [UInt8]

  /// Takes what is valid UTF-8 for that, and everything else of single bytes for Windows-1252, which Excel writes.
  ///
  /// - Throws: `TableFault.empty`, `.unreadable`.
  package init(_ bytes: [UInt8]) throws(TableFault) {
    if let (isLittle, start) = Self.utf16(bytes) {
      let units = stride(from: start, to: bytes.count - 1, by: 2).map { place in
        let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
        return isLittle ? second << 8 | first : first << 8 | second
      }
      guard let text = String(validating: units, as: UTF16.self), (bytes.count - start).isMultiple(of: 2) else {
        throw .unreadable(.utf16)
      }
      (encoding, self.bytes) = (.utf16, Array(text.utf8))
    } else if String(validating: bytes, as: UTF8.self) != nil {
      (encoding, self.bytes) = (.utf8, bytes)
    } else {
      // Five bytes mean nothing in Windows-1252; in Latin-1, which it extends, every byte is a character.
      let text = String(bytes: bytes, encoding: .windowsCP1252) ?? String(bytes: bytes, encoding: .isoLatin1) ?? ""
      (encoding, self.bytes) = (.windows1252, Array(text.utf8))
    }
    guard self.bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
  }

  /// Whether the bytes are UTF-16, by its byte order mark or by the zeros that every other byte of Western text has; and
  /// where the text begins.
  private static func utf16(_ bytes: [UInt8]) -> (isLittle: Bool, start: Int)? {
    if bytes.starts(with: [0xFF, 0xFE]) { return (true, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (false, 2) }
    let beginning = bytes.prefix(2000).enumerated()
    let zeros = (
      even: beginning.count { $0.offset.isMultiple(of: 2) && $0.element == 0 },
      odd: beginning.count { !$0.offset.isMultiple(of: 2) && $0.element == 0 }
    )
    let many = min(bytes.count, 2000) / 4
    if many > 0, zeros.odd > many, zeros.even < many { return (true, 0) }
    if many > 0, zeros.even > many, zeros.odd < many { return (false, 0) }
    return nil
  }
}
