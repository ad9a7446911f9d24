import Typesetting

/// A table without borders that fits a terminal.
///
/// Columns are left out by rank until the others fit, none of them wider than half the terminal; then the widest is
/// shortened. On a very narrow terminal every row becomes a list of `Heading  value`.
package struct Table: Sendable {
  package struct ColumnLayout: Sendable {
    package enum Alignment: Sendable { case left, right }

    package let heading: String
    package let rank: Int
    package let alignment: Alignment

    package init(heading: String, rank: Int = 0, alignment: Alignment = .left) {
      self.heading = heading
      self.rank = rank
      self.alignment = alignment
    }
  }

  private static let gap = 2
  /// The least width of the terminal at which a table can be read.
  private static let narrowest = 50
  private static let shortestColumn = 8

  package let columns: [ColumnLayout]
  package let rows: [[StyledText]]

  package init(columns: [ColumnLayout], rows: [[StyledText]]) {
    self.columns = columns
    self.rows = rows
  }

  package func lines(width: Int, colour: Bool, heading: Bool = true) -> [String] {
    width < Self.narrowest && columns.count > 2
      ? records(width: width, colour: colour) : grid(width: width, colour: colour, heading: heading)
  }

  private func grid(width: Int, colour: Bool, heading: Bool) -> [String] {
    let fitted = fit(width: width)
    func line(_ cells: [StyledText]) -> String {
      let rendered = fitted.enumerated().map { position, column in
        let cell = StyledText(cells[column.index].text.shortened(to: column.width), cells[column.index].style)
        let space = column.width - cell.text.displayWidth
        if columns[column.index].alignment == .right {
          return String(repeating: " ", count: max(0, space)) + cell.rendered(colour)
        }
        return cell.rendered(colour, padding: position == fitted.count - 1 ? 0 : space)
      }
      return rendered.joined(separator: String(repeating: " ", count: Self.gap))
    }
    let head = heading ? [line(columns.map { StyledText($0.heading, .dim) })] : []
    return head + rows.map(line)
  }

  private func fit(width: Int) -> [(index: Int, width: Int)] {
    var kept = columns.indices.map { index in
      (
        index: index,
        width: max(columns[index].heading.displayWidth, rows.map { $0[index].text.displayWidth }.max() ?? 0)
      )
    }
    func total() -> Int { kept.reduce(0) { $0 + $1.width } + Self.gap * (kept.count - 1) }
    func least() -> Int { kept.reduce(total()) { $0 - max(0, $1.width - width / 2) } }
    while least() > width, let worst = kept.map({ columns[$0.index].rank }).max(), worst > 0 {
      kept.removeAll { columns[$0.index].rank == worst }
    }
    while total() > width, let widest = kept.indices.max(by: { kept[$0].width < kept[$1].width }),
      kept[widest].width > Self.shortestColumn
    {
      kept[widest].width -= 1
    }
    return kept
  }

  private func records(width: Int, colour: Bool) -> [String] {
    let label = columns.map(\.heading.displayWidth).max() ?? 0
    return rows.enumerated().flatMap { position, row in
      (position == 0 ? [] : [""])
        + zip(columns, row).filter { !$1.text.isEmpty }.flatMap { column, cell in
          cell.text.lines(upTo: max(8, width - label - Self.gap)).enumerated().map { line, text in
            StyledText(line == 0 ? column.heading : "", .dim)
              .rendered(colour, padding: label + Self.gap - (line == 0 ? column.heading.displayWidth : 0))
              + StyledText(text, cell.style).rendered(colour)
          }
        }
    }
  }
}
