import Typesetting

extension PageLayout {
  /// Returns a week of boxes to tick. Readers of the file do not find the days and the boxes, only the titles of the
  /// rows.
  func week(_ week: Handout.Week) -> Piece {
    let names = 168 * min(scale, 1.15)
    let column = (width - names) / 7
    let rows = week.rows.map { weekRow($0, names: names, column: column) }
    return .group(.division, kept: true, [weekHead(week, names: names, column: column)] + rows)
  }

  private func weekHead(_ week: Handout.Week, names: Double, column: Double) -> Piece {
    let title = paragraph(week.title, theme.style(10.5, 15, .black, theme.accent), width: width - 16)
    // Seven columns have no room for larger names.
    let style = TextStyle(size: 9.5, leading: 13, weight: .bold, colour: theme.muted)
    return .box(height: title.height + 17 * scale) { [x, width, theme, scale] canvas, y in
      canvas.tag(.paragraph) { canvas.draw(title, x: x, y: y) }
      let bar = y + title.height + 1
      canvas.rectangle(x: x, y: bar, width: width, height: 15 * scale, radius: 3, fill: theme.tint)
      for (day, name) in week.days.enumerated() {
        canvas.drawSilently(
          name, style, centredAt: Point(x + names + (Double(day) + 0.5) * column, bar + 7.5 * scale))
      }
    }
  }

  private func weekRow(_ row: Handout.Week.Row, names: Double, column: Double) -> Piece {
    let indent = 18 * scale
    let number = paragraph("\(row.number)", theme.style(10.5, 14, .black, theme.accent), width: nil)
    let title = paragraph(row.title, theme.style(10.5, 14), width: names - indent - 10)
    let height = max(23 * scale, title.height + 8)
    return .box(height: height) { [x, width, theme] canvas, y in
      canvas.line([Point(x, y + height), Point(x + width, y + height)], colour: theme.faint, width: 0.8)
      let top = y + (height - title.height) / 2
      canvas.tag(.paragraph) {
        canvas.draw(number, x: x + 4, y: top)
        canvas.draw(title, x: x + 4 + indent, y: top)
      }
      for (day, count) in row.boxes.enumerated() {
        let centre = Point(x + names + (Double(day) + 0.5) * column, y + height / 2)
        drawBoxes(count, centredAt: centre, room: column - 6, on: canvas)
      }
    }
  }

  /// Draws the boxes of one day, or a dash for a day of rest.
  private func drawBoxes(_ count: Int, centredAt centre: Point, room: Double, on canvas: Canvas) {
    if count == 0 {
      return canvas.line([centre - Point(4, 0), centre + Point(4, 0)], colour: theme.rule, width: 1)
    }
    let gap = count > 2 ? 3.0 : 4.0
    let side = min(13, (room - gap * Double(count - 1)) / Double(count))
    let left = centre.x - (side * Double(count) + gap * Double(count - 1)) / 2
    for index in 0..<count {
      canvas.rectangle(
        x: left + Double(index) * (side + gap), y: centre.y - side / 2, width: side, height: side,
        stroke: theme.accent, line: 1)
    }
  }
}
