import Typesetting

/// A record laid out for a person: a title, facts and sections with headings, wrapped to the terminal.
package struct Report: Sendable {
  private enum Line: Sendable {
    case title([StyledText])
    case heading(String)
    case fact(String, StyledText)
    case paragraph(StyledText, marker: StyledText, indent: Int)
    case verbatim(String)
    case table(Table)
    case blank
  }

  private var lines: [Line] = []

  package init() {}

  package mutating func title(_ parts: StyledText...) { lines.append(.title(parts)) }
  package mutating func heading(_ text: String) { lines += [.blank, .heading(text)] }
  /// Adds a labelled value, unless it is empty.
  package mutating func fact(_ label: String, _ value: String?, _ style: StyledText.Style = .plain) {
    guard let value, !value.isEmpty else { return }
    lines.append(.fact(label, StyledText(value, style)))
  }
  /// Adds text with its own line breaks, after a marker such as `!` or `·`.
  package mutating func paragraph(
    _ text: String, _ style: StyledText.Style = .plain, marker: StyledText = "", indent: Int = 0
  ) {
    for (index, line) in text.safeLines.enumerated() {
      let lead = index == 0 ? marker : StyledText(String(repeating: " ", count: marker.text.displayWidth))
      lines.append(.paragraph(StyledText(line, style), marker: lead, indent: indent))
    }
  }
  /// Adds lines that the program itself has drawn. Text that a person wrote could steer the terminal.
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
      case .heading(let text): text.lines(upTo: max(10, width)).map { StyledText($0, .bold).rendered(colour) }
      case .fact(let name, let value):
        Self.hang(value, behind: StyledText(name, .dim), column: label + 2, width: width, colour: colour)
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

  private static func hang(_ text: StyledText, behind lead: StyledText, column: Int, width: Int, colour: Bool)
    -> [String]
  {
    text.text.lines(upTo: max(10, width - column)).enumerated().map { index, line in
      let margin =
        index == 0
        ? lead.rendered(colour, padding: column - lead.text.displayWidth) : String(repeating: " ", count: column)
      return margin + StyledText(line, text.style).rendered(colour)
    }
  }

  /// Returns the parts side by side if they fit, else each on a line of its own.
  private static func flow(_ parts: [StyledText], width: Int, colour: Bool) -> [String] {
    let separator = " · "
    let total = parts.reduce(0) { $0 + $1.text.displayWidth } + separator.count * (parts.count - 1)
    let rendered = parts.flatMap { part in
      part.text.lines(upTo: width).map { StyledText($0, part.style).rendered(colour) }
    }
    return total <= width ? [rendered.joined(separator: separator)] : rendered
  }
}
