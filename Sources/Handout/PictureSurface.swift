import Typesetting

/// What the picture of an exercise is drawn on: a page, or the shapes of a web page.
protocol PictureSurface: AnyObject {
  func stroke(_ points: [Point], colour: InkColour, width: Double, smooth: Bool)
  func fill(_ points: [Point], colour: InkColour, smooth: Bool)
  func polygons(_ polygons: [[Point]], fill: InkColour)
  func disc(_ centre: Point, radius: Double, fill: InkColour)
  func panel(
    at corner: Point, width: Double, height: Double, radius: Double, fill: InkColour, stroke: InkColour, line: Double)
}

extension PictureSurface {
  func stroke(_ points: [Point], colour: InkColour, width: Double) {
    stroke(points, colour: colour, width: width, smooth: false)
  }

  func ring(_ centre: Point, radius: Double, fill: InkColour, stroke: InkColour, line: Double) {
    disc(centre, radius: radius + line / 2, fill: stroke)
    disc(centre, radius: radius - line / 2, fill: fill)
  }
}

extension Canvas: PictureSurface {
  func stroke(_ points: [Point], colour: InkColour, width: Double, smooth: Bool) {
    line(points, colour: colour, width: width, smooth: smooth)
  }

  func fill(_ points: [Point], colour: InkColour, smooth: Bool) { shape(points, smooth: smooth, fill: colour) }

  func panel(
    at corner: Point, width: Double, height: Double, radius: Double, fill: InkColour, stroke: InkColour, line: Double
  ) {
    rectangle(
      x: corner.x, y: corner.y, width: width, height: height, radius: radius, fill: fill, stroke: stroke, line: line)
  }
}
