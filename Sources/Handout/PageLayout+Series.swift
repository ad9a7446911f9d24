import Typesetting

extension PageLayout {
  /// Returns a measure over time: its values in words with a line chart beside them.
  func series(_ series: Handout.Series) -> [Piece] {
    let (width, height) = (170.0, 50.0)
    let chart = FigureBeside(width: width, height: height, alternative: alternative(of: series)) { canvas, x, y in
      drawCourse(series, on: canvas, x: x, y: y, width: width, height: height)
    }
    let values = facts(series.points.map { .init(label: $0.day, value: $0.words) })
    return illustrated(series.title, { _ in values }, by: chart)
  }

  private func alternative(of series: Handout.Series) -> String {
    words.lineChart(of: series.title, values: series.points.map(\.words))
  }

  /// Draws the left or only value as a solid line with discs, and the right value as a dashed line with rings.
  private func drawCourse(
    _ series: Handout.Series, on canvas: Canvas, x: Double, y: Double, width: Double, height: Double
  ) {
    canvas.rectangle(x: x, y: y, width: width, height: height, radius: 5, fill: theme.tint)
    let all = series.points.flatMap(\.values)
    guard let low = all.min(), let high = all.max() else { return }
    let span = max(high - low, 1)
    func place(_ index: Int, _ value: Double) -> Point {
      Point(
        x + 14 + (width - 28) * Double(index) / Double(max(series.points.count - 1, 1)),
        y + height / 2 - (height - 20) * (value - (low + high) / 2) / span)
    }
    for line in 0..<2 {
      let points = series.points.enumerated().compactMap { index, point in
        point.values.indices.contains(line) ? place(index, point.values[line]) : nil
      }
      let isRight = line == 1
      let colour = isRight ? theme.cue : theme.accent
      if points.count > 1 { canvas.line(points, colour: colour, width: 1.8, dash: isRight ? [4, 3] : []) }
      for point in points {
        canvas.ring(point, radius: 3, fill: isRight ? theme.paper : colour, stroke: colour, line: 1.4)
      }
    }
  }
}
