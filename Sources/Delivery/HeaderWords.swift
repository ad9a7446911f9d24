import Foundation

/// Text in the header of a mail (RFC 5322), which is ASCII: other letters are encoded words (RFC 2047).
enum HeaderWords {
  /// A name before an address.
  static func phrase(_ text: String) -> String {
    guard isPlain(text) else { return encoded(text) }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  static func text(_ text: String) -> String { isPlain(text) && !text.contains("=?") ? text : encoded(text) }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && text.utf8.count <= 200
  }

  /// As many words of at most 75 characters as it takes; none ends within a character. Characters that break a line become
  /// blanks.
  private static func encoded(_ text: String) -> String {
    var pieces: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar.properties.generalCategory == .control ? " " : scalar).utf8)
      if pieces[pieces.count - 1].count + bytes.count > 42 { pieces.append([]) }
      pieces[pieces.count - 1] += bytes
    }
    return pieces.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\n ")
  }
}

/// Text as lines of ASCII of at most 76 characters (RFC 2045, 6.7).
enum QuotedPrintable {
  static func encode(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\n")
  }

  private static func line(_ text: Substring) -> String {
    var lines = [""]
    let bytes = Array(text.utf8)
    for (place, byte) in bytes.enumerated() {
      let isBlank = byte == 0x20 || byte == 0x09
      let isSafe = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
      // A dot that begins a line means something to SMTP, and From to a mailbox.
      let mayBegin = !lines[lines.count - 1].isEmpty || (byte != UInt8(ascii: ".") && byte != UInt8(ascii: "F"))
      let piece =
        (isSafe && mayBegin) || (isBlank && place + 1 < bytes.count)
        ? String(UnicodeScalar(byte)) : hexadecimal(byte)
      if lines[lines.count - 1].utf8.count + piece.utf8.count > 75 {
        lines[lines.count - 1] += "="
        lines.append("")
      }
      lines[lines.count - 1] += piece
    }
    return lines.joined(separator: "\n")
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return "=\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
  }
}
