import Typesetting

extension PageLayout {
  /// Returns all weeks in one table. In large print there is room for one week beside the names, so there are as many
  /// tables. Readers of the file do not find the days and the boxes, only the names of the rows, and each once.
  func calendar(_ calendar: Handout.Calendar) -> [Piece] {
    let length = theme.isLarge ? Handout.Calendar.daysOfWeek : max(calendar.days.count, 1)
    let title = paragraph(calendar.title, theme.style(10.5, 15, .black, theme.accent), width: width - 16)
    return [
      .gap(10 * scale),
      .box(height: title.height + 1) { [x] canvas, y in
        canvas.tag(.paragraph) { canvas.draw(title, x: x, y: y) }
      },
    ]
      + stride(from: 0, to: calendar.days.count, by: length).flatMap { start -> [Piece] in
        let table = CalendarTable(
          layout: self, calendar: calendar, days: start..<min(start + length, calendar.days.count))
        return (start > 0 ? [.gap(10 * scale)] : []) + [table.piece]
      }
  }
}

/// Some days of a calendar with a row for each thing to do.
private struct CalendarTable {
  let layout: PageLayout
  let calendar: Handout.Calendar
  /// The days that it has, as indices.
  let days: Range<Int>

  private var theme: Theme { layout.theme }
  private var scale: Double { layout.scale }
  private var isOneWeek: Bool { days.count <= Handout.Calendar.daysOfWeek }
  /// The room for the names of the rows.
  private var names: Double { isOneWeek ? 168 * min(scale, 1.15) : 146 }
  private var column: Double { (layout.width - names) / Double(max(days.count, 1)) }

  private func centre(of day: Int) -> Double { layout.x + names + (Double(day - days.lowerBound) + 0.5) * column }

  var piece: Piece { .group(.division, kept: true, [head] + calendar.rows.map(row)) }

  /// The names of the days: on one line, or where columns are narrow the day of the week above the number.
  private var head: Piece {
    let size = isOneWeek ? 9.5 : 7.5
    // Where columns are narrow, bold names would touch each other.
    let style = TextStyle(
      size: size, leading: size * 1.3, weight: isOneWeek ? .bold : .regular, colour: theme.muted)
    let lines = isOneWeek ? 1 : 2
    let line = isOneWeek ? 15 * scale : 10.5
    let height = Double(lines) * line + 2
    return .box(height: height) { [layout, theme] canvas, y in
      canvas.rectangle(x: layout.x, y: y, width: layout.width, height: height - 1, radius: 3, fill: theme.tint)
      for day in days {
        let parts = calendar.days[day].split(separator: " ", maxSplits: lines - 1).map(String.init)
        for (index, part) in parts.enumerated() {
          canvas.drawSilently(
            part, style, centredAt: Point(centre(of: day), y + (Double(index) + 0.5) * line + 0.5))
        }
      }
    }
  }

  private func row(_ row: Handout.Calendar.Row) -> Piece {
    let indent = row.number == nil ? 0 : 18 * scale
    let isHead = row.days.isEmpty
    let style = isHead ? theme.style(10.5, 14, .bold, theme.accent) : theme.style(10.5, 14)
    let number = row.number.map { layout.paragraph("\($0)", theme.style(10.5, 14, .black, theme.accent), width: nil) }
    let title = layout.paragraph(row.title, style, width: isHead ? layout.width - 8 : names - indent - 10)
    let height = max((isHead ? 17 : 19) * scale * layout.fit.row, title.height + (isHead ? 3 : 5))
    return .box(height: height) { [layout, theme] canvas, y in
      let x = layout.x
      canvas.line([Point(x, y + height), Point(x + layout.width, y + height)], colour: theme.faint, width: 0.8)
      let top = y + (height - title.height) / 2
      if days.lowerBound == 0 {
        canvas.tag(.paragraph) {
          if let number { canvas.draw(number, x: x + 4, y: top) }
          canvas.draw(title, x: x + 4 + indent, y: top)
        }
      } else {
        if let number { canvas.drawSilently(number, x: x + 4, y: top) }
        canvas.drawSilently(title, x: x + 4 + indent, y: top)
      }
      if !isHead { drawDays(of: row, y: y, height: height, on: canvas) }
    }
  }

  private func drawDays(of row: Handout.Calendar.Row, y: Double, height: Double, on canvas: Canvas) {
    for day in days where row.days.indices.contains(day) {
      if day > days.lowerBound, day % Handout.Calendar.daysOfWeek == 0 {
        let edge = centre(of: day) - column / 2
        canvas.line([Point(edge, y), Point(edge, y + height)], colour: theme.rule, width: 0.8)
      }
      draw(row.days[day], centredAt: Point(centre(of: day), y + height / 2), height: height, on: canvas)
    }
  }

  /// Draws a box to tick, a line to write on, or a dash for a day of rest.
  private func draw(_ day: Handout.Calendar.Day, centredAt centre: Point, height: Double, on canvas: Canvas) {
    switch day {
    case .rest:
      let half = isOneWeek ? 4.0 : 2.5
      canvas.line([centre - Point(half, 0), centre + Point(half, 0)], colour: theme.rule, width: 1)
    case .box:
      let side = min(12.5, column - 3.5)
      canvas.rectangle(
        x: centre.x - side / 2, y: centre.y - side / 2, width: side, height: side, stroke: theme.accent, line: 1)
    case .number:
      let below = Point(0, height / 2 - 4)
      let half = isOneWeek ? (column - 6) / 3 : (column - 4) / 2
      canvas.line(
        [centre + below - Point(half, 0), centre + below + Point(half, 0)], colour: theme.prop, width: 0.8)
    }
  }
}
