import Typesetting

/// One record laid out for reading: a title, facts, headed sections, wrapped to the terminal.
package struct Sheet: Sendable {
  private enum Line: Sendable {
    case title([Inked])
    case heading(String)
    case fact(String, Inked)
    case paragraph(Inked, marker: Inked, indent: Int)
    case verbatim(String)
    case table(Table)
    case blank
  }

  private var lines: [Line] = []

  package init() {}

  package mutating func title(_ parts: Inked...) { lines.append(.title(parts)) }
  package mutating func heading(_ text: String) { lines += [.blank, .heading(text)] }
  /// Left out when there is nothing to say.
  package mutating func fact(_ label: String, _ value: String?, _ ink: Ink = .plain) {
    guard let value, !value.isEmpty else { return }
    lines.append(.fact(label, Inked(value, ink)))
  }
  /// Text with its own line breaks, behind a marker such as `!` or `·`.
  package mutating func paragraph(_ text: String, _ ink: Ink = .plain, marker: Inked = "", indent: Int = 0) {
    for (index, line) in text.safeLines.enumerated() {
      let lead = index == 0 ? marker : Inked(String(repeating: " ", count: marker.text.displayWidth))
      lines.append(.paragraph(Inked(line, ink), marker: lead, indent: indent))
    }
  }
  /// Lines drawn by the program itself, never by a person.
  package mutating func verbatim(_ drawn: [String]) { lines += drawn.map(Line.verbatim) }
  package mutating func table(_ table: Table) { lines.append(.table(table)) }
  package mutating func blank() { lines.append(.blank) }

  package func text(width: Int, colour: Bool) -> String {
    let label = lines.reduce(0) { widest, line in
      if case .fact(let name, _) = line { max(widest, name.displayWidth) } else { widest }
    }
    return lines.flatMap { line in
      switch line {
      case .title(let parts): Self.flow(parts, width: width, colour: colour)
      case .heading(let text): [Inked(text, .bold).painted(colour)]
      case .fact(let name, let value):
        Self.hang(value, behind: Inked(name, .dim), column: label + 2, width: width, colour: colour)
      case .paragraph(let text, let marker, let indent):
        Self.hang(
          text, behind: marker, column: marker.text.isEmpty ? 0 : marker.text.displayWidth + 1, width: width - indent,
          colour: colour
        ).map { String(repeating: " ", count: indent) + $0 }
      case .verbatim(let text): [text]
      case .table(let table): table.lines(width: width, colour: colour)
      case .blank: [""]
      }
    }.map { $0 + "\n" }.joined()
  }

  private static func hang(_ text: Inked, behind lead: Inked, column: Int, width: Int, colour: Bool) -> [String] {
    text.text.lines(upTo: max(10, width - column)).enumerated().map { index, line in
      let margin =
        index == 0
        ? lead.painted(colour, padding: column - lead.text.displayWidth) : String(repeating: " ", count: column)
      return margin + Inked(line, text.ink).painted(colour)
    }
  }

  /// Parts side by side while they fit, each on its own line when they do not.
  private static func flow(_ parts: [Inked], width: Int, colour: Bool) -> [String] {
    let separator = " · "
    let total = parts.reduce(0) { $0 + $1.text.displayWidth } + separator.count * (parts.count - 1)
    let painted = parts.flatMap { part in part.text.lines(upTo: width).map { Inked($0, part.ink).painted(colour) } }
    return total <= width ? [painted.joined(separator: separator)] : painted
  }
}
