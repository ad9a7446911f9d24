extension JSON {
  /// The document as UTF-8, without white space.
  package var bytes: [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(4096)
    write(to: &output, level: nil)
    return output
  }

  /// The document as text, without white space.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The document with one value a line, indented by one space for each level, as Python's
  /// `json.dumps(indent=1, ensure_ascii=False)` writes it, but for DEL.
  package var indentedText: String {
    var output: [UInt8] = []
    write(to: &output, level: 0)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the document.
  ///
  /// - Parameter level: the level of indentation; nil writes everything on one line.
  private func write(to output: inout [UInt8], level: Int?) {
    switch self {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .integer(let value): output += String(value).utf8
    case .decimal(let value): output += String(value).utf8
    case .string(let text): Self.write(text, to: &output)
    case .array(let elements):
      Self.write(elements, open: "[", close: "]", to: &output, level: level) { element, output, level in
        element.write(to: &output, level: level)
      }
    case .object(let members):
      Self.write(members, open: "{", close: "}", to: &output, level: level) { member, output, level in
        Self.write(member.key, to: &output)
        output += (level == nil ? ":" : ": ").utf8
        member.value.write(to: &output, level: level)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], open: String, close: String, to output: inout [UInt8], level: Int?,
    writing: (Element, inout [UInt8], Int?) -> Void
  ) {
    output += open.utf8
    let inner = level.map { $0 + 1 }
    for (position, element) in elements.enumerated() {
      if position > 0 { output.append(UInt8(ascii: ",")) }
      breakLine(inner, in: &output)
      writing(element, &output, inner)
    }
    if !elements.isEmpty { breakLine(level, in: &output) }
    output += close.utf8
  }

  private static func breakLine(_ level: Int?, in output: inout [UInt8]) {
    guard let level else { return }
    output.append(0x0A)
    output += repeatElement(0x20, count: level)
  }

  /// Appends a string with its quotes. Runs of bytes that need no escape, which is most of most texts, are copied whole.
  private static func write(_ text: String, to output: inout [UInt8]) {
    var text = text
    output.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      var start = 0
      for (position, byte) in bytes.enumerated() where byte.needsEscape {
        output += bytes[start..<position]
        output += escape(byte).utf8
        start = position + 1
      }
      output += bytes[start...]
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): #"\""#
    case UInt8(ascii: "\\"): #"\\"#
    case 0x08: #"\b"#
    case 0x09: #"\t"#
    case 0x0A: #"\n"#
    case 0x0C: #"\f"#
    case 0x0D: #"\r"#
    default: "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))"
    }
  }
}

extension UInt8 {
  /// DEL is escaped, though JSON allows it, so that no ASCII control reaches a terminal.
  fileprivate var needsEscape: Bool {
    self < 0x20 || self == 0x7F || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }
}
