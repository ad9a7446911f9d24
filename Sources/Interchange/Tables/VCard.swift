import Foundation

/// The cards of a file of contacts: vCard 4.0 (RFC 6350), and 3.0 and 2.1, which telephones still write.
struct VCard {
  struct Property {
    let name: String
    /// What stands behind the name, such as `TYPE=cell`.
    let parameters: [String]
    /// The parts of the value between semicolons, without escapes.
    let parts: [String]

    var text: String { parts.joined(separator: ";") }
  }

  /// The line of the file on which it begins, from 1.
  let line: Int
  private(set) var properties: [Property] = []

  func all(_ name: String) -> [Property] { properties.filter { $0.name == name && !$0.text.isEmpty } }

  static func isOne(_ text: TableText) -> Bool {
    String(decoding: text.bytes.prefix(100), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines).uppercased()
      .hasPrefix("BEGIN:VCARD")
  }

  /// - Throws: `TableFault.unclosedCard`, `.nul`.
  static func all(of text: TableText) throws(TableFault) -> [VCard] {
    var cards: [VCard] = []
    var open: VCard?
    for (number, line) in unfolded(text) {
      guard !line.utf8.contains(0) else { throw .nul(row: number) }
      switch line.uppercased().trimmingCharacters(in: .whitespaces) {
      case "BEGIN:VCARD":
        if let open { throw .unclosedCard(row: open.line) }
        open = VCard(line: number)
      case "END:VCARD":
        if let open { cards.append(open) }
        open = nil
      default: if let property = Property(line) { open?.properties.append(property) }
      }
    }
    if let open { throw .unclosedCard(row: open.line) }
    return cards
  }

  /// Returns the lines with those that continue them: by a space or tab at their beginning, or in quoted-printable by
  /// the `=` at the end of the line before.
  private static func unfolded(_ text: TableText) -> [(number: Int, line: String)] {
    var lines: [(number: Int, line: String)] = []
    let all = String(decoding: text.bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    for (index, line) in all.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let last = lines.indices.last
      if let last, line.hasPrefix(" ") || line.hasPrefix("\t") {
        lines[last].line += line.dropFirst()
      } else if let last, lines[last].line.hasSuffix("="), lines[last].line.isQuotedPrintable {
        lines[last].line = lines[last].line.dropLast() + String(line)
      } else {
        lines.append((index + 1, String(line)))
      }
    }
    return lines
  }
}

extension VCard.Property {
  /// Nil for what is no property.
  fileprivate init?(_ line: String) {
    var isQuoted = false
    let colon = line.indices.first { index in
      if line[index] == "\"" { isQuoted.toggle() }
      return line[index] == ":" && !isQuoted
    }
    guard let colon else { return nil }
    let head = line[..<colon].split(separator: ";").map(String.init)
    // A group, as in `item1.EMAIL`, only ties properties together.
    guard let name = head.first?.split(separator: ".").last else { return nil }
    var value = String(line[line.index(after: colon)...])
    if line.isQuotedPrintable { value = value.fromQuotedPrintable }
    self.name = name.uppercased()
    parameters = head.dropFirst().map { $0.uppercased() }
    parts = value.cardParts
  }
}

extension String {
  fileprivate var isQuotedPrintable: Bool {
    prefix { $0 != ":" }.uppercased().contains("QUOTED-PRINTABLE")
  }

  fileprivate var fromQuotedPrintable: String {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "="), rest.count >= 2,
        let decoded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(bytes: bytes, encoding: .isoLatin1) ?? self
  }

  /// The parts between semicolons; a backslash makes the next character mean itself, or `n` the end of a line.
  fileprivate var cardParts: [String] {
    var parts = [""]
    var isEscaped = false
    for character in self {
      if isEscaped {
        parts[parts.count - 1].append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == ";" {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}
