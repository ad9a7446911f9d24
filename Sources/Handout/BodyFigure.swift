import Clinical
import Foundation
import Typesetting

/// The client's body from the front and the back with numbered marks, drawn as vector shapes.
struct BodyFigure {
  let marks: [Handout.Mark]
  let theme: Theme

  private static let outline = BodyOutline.points.map { Point($0.x, $0.y) }
  /// The size of the grid of `BodyRegion`. The margin beside it has room for the numbers.
  private static let grid = (width: 100.0, height: 220.0)
  private static let margin = 12.0

  var alternative: String { standardWords.bodyFigure(places: marks.map(\.label)) }

  func width(height: Double) -> Double { 2 * (Self.grid.width + 2 * Self.margin) * unit(height) }

  private func unit(_ height: Double) -> Double { (height - 14) / Self.grid.height }

  func draw(on canvas: Canvas, x: Double, y: Double, height: Double) {
    let unit = unit(height)
    for (index, isFront) in [true, false].enumerated() {
      let left = x + (Double(index) * (Self.grid.width + 2 * Self.margin) + Self.margin) * unit
      canvas.at(Point(left, y), scale: unit) { drawView(isFront, on: canvas) }
      canvas.drawSilently(
        isFront ? standardWords.front : standardWords.back, TextStyle(size: 9, leading: 12, colour: theme.muted),
        centredAt: Point(left + 50 * unit, y + height - 5))
    }
  }

  private func drawView(_ isFront: Bool, on canvas: Canvas) {
    let shown = marks.enumerated().flatMap { mark in
      mark.element.places.filter { $0.isFront == isFront }.map { (number: mark.offset + 1, place: $0) }
    }
    canvas.shape(Self.outline, fill: theme.tint, stroke: theme.accent, line: 1.2)
    if !shown.isEmpty {
      canvas.clipped(to: Self.outline) { drawMarks(shown.map(\.place), on: canvas) }
    }
    for line in isFront ? BodyOutline.frontLines : BodyOutline.backLines {
      canvas.line(line.map { Point($0.x, $0.y) }, colour: theme.soft, width: 0.8, smooth: true)
    }
    drawNumbers(shown, on: canvas)
  }

  /// Draws the marks with hatching, so that they are visible on a black-and-white print. There is one fill and one
  /// stroke for all of them: inside a clip, Cairo writes the path of the clip again for each.
  private func drawMarks(_ places: [Handout.Mark.Ellipse], on canvas: Canvas) {
    canvas.ellipses(places.map { (Point($0.x, $0.y), $0.radiusX, $0.radiusY) }, fill: InkColour(0xF2CFBF))
    canvas.lines(places.flatMap { $0.hatching(every: 3.2) }, colour: theme.cue, width: 0.9)
  }

  /// Draws the numbers beside the body, each at the height of its mark, moved apart where they would touch.
  private func drawNumbers(_ shown: [(number: Int, place: Handout.Mark.Ellipse)], on canvas: Canvas) {
    for isLeft in [true, false] {
      let side = shown.filter { ($0.place.x <= 50) == isLeft }.sorted { $0.place.y < $1.place.y }
      var floor = 2.0
      for entry in side {
        let y = max(entry.place.y, floor)
        floor = y + 15
        let badge = Point(isLeft ? -3 : 103, y)
        let edge = Point(entry.place.x + (isLeft ? -0.5 : 0.5) * entry.place.radiusX, entry.place.y)
        canvas.line([badge, edge], colour: theme.warning, width: 0.8)
        canvas.disc(badge, radius: 7, fill: theme.warning)
        canvas.drawSilently(
          "\(entry.number)", TextStyle(size: 9.5, leading: 12, weight: .black, colour: theme.paper), centredAt: badge)
      }
    }
  }
}

extension Handout.Mark.Ellipse {
  /// Returns lines from edge to edge of the ellipse that rise to the right.
  fileprivate func hatching(every step: Double) -> [(from: Point, to: Point)] {
    let (a, b) = (radiusX * radiusX, radiusY * radiusY)
    let reach = (a + b).squareRoot()
    return stride(from: -reach + step / 2, to: reach, by: step).map { offset in
      // Where y = offset - x meets x²/a + y²/b = 1.
      let middle = offset * a / (a + b)
      let half = (a * b * (a + b - offset * offset)).squareRoot() / (a + b)
      func edge(_ x: Double) -> Point { Point(self.x + x, y + offset - x) }
      return (edge(middle - half), edge(middle + half))
    }
  }
}
