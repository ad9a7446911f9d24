import Clinical
import Foundation
import Typesetting

/// A drawing of an exercise in the style of the document.
struct ExercisePicture {
  private let drawing: ExerciseDrawing
  private let theme: Theme
  private let figure: Figure?
  private let start: Figure?

  init(_ drawing: ExerciseDrawing, theme: Theme) {
    self.drawing = drawing
    self.theme = theme
    figure = drawing.pose.map { Figure($0, view: drawing.view) }
    start = drawing.start.map { Figure($0, view: drawing.view) }
  }

  var alternative: String { drawing.alternative }

  /// Draws the exercise as large as a panel allows.
  func draw(on canvas: Canvas, x: Double, y: Double, width: Double, height: Double) {
    canvas.rectangle(x: x, y: y, width: width, height: height, radius: 6, fill: theme.tint)
    let bounds = bounds
    let scale = min(
      (width - 16) / (bounds.right - bounds.left), (height - 20) / (bounds.top - bounds.bottom), 1.25)
    let origin = Point(
      x + width / 2 - (bounds.left + bounds.right) / 2 * scale,
      y + height / 2 + (bounds.bottom + bounds.top) / 2 * scale)
    canvas.at(origin, scale: scale) { draw(within: bounds, on: canvas) }
  }

  /// The drawing as shapes, with its own bounds.
  var vectors: VectorPicture {
    let (paths, bounds) = (PathCollector(theme), bounds)
    draw(within: bounds, on: paths)
    return VectorPicture(
      alternative: alternative, left: bounds.left.rounded(.down), top: (-bounds.top).rounded(.down) - 4,
      width: (bounds.right - bounds.left).rounded(.up), height: (bounds.top - bounds.bottom).rounded(.up) + 8,
      shapes: paths.shapes)
  }

  private func draw(
    within bounds: (left: Double, right: Double, bottom: Double, top: Double), on canvas: some PictureSurface
  ) {
    canvas.stroke([Point(bounds.left + 2, 1), Point(bounds.right - 2, 1)], colour: theme.prop, width: 1.6)
    for prop in drawing.props where prop.kind != .pack && prop.kind != .cue { draw(prop, on: canvas) }
    start?.draw(on: canvas, near: theme.ghost, far: theme.ghost, halo: nil)
    figure?.draw(on: canvas, near: theme.accent, far: theme.soft, halo: theme.tint)
    for prop in drawing.props where prop.kind == .pack || prop.kind == .cue { draw(prop, on: canvas) }
    for arrow in drawing.arrows { draw(arrow: arrow.map(Point.init(up:)), on: canvas) }
  }

  private func draw(_ prop: ExerciseDrawing.Prop, on canvas: some PictureSurface) {
    let points = prop.points.map(Point.init(up:))
    guard let first = points.first else { return }
    switch prop.kind {
    case .line: canvas.stroke(points, colour: theme.prop, width: prop.size)
    case .cue, .pack: canvas.stroke(points, colour: theme.cue, width: prop.size, smooth: true)
    case .ball:
      canvas.ring(first, radius: prop.size, fill: theme.paper, stroke: theme.prop, line: 2)
      canvas.stroke(
        [first + Point(-prop.size * 0.6, -prop.size * 0.7), first, first + Point(prop.size * 0.6, prop.size * 0.7)],
        colour: theme.prop, width: 1)
    case .box:
      let size = prop.points.last ?? [0, 0]
      canvas.panel(
        at: Point(first.x, first.y - size[1]), width: size[0], height: size[1], radius: prop.size, fill: theme.paper,
        stroke: theme.prop, line: 1.6)
    case .chair:
      let seat = first + Point(0, -20.5)
      for leg in [Point(-10, 20.5), Point(12, 20.5)] {
        canvas.stroke([seat + Point(leg.x, 0), seat + leg], colour: theme.prop, width: 2.6)
      }
      canvas.stroke([seat + Point(-10, -34), seat + Point(-10, 0), seat + Point(13, 0)], colour: theme.prop, width: 3)
    case .wall: canvas.stroke([first, first + Point(0, -112)], colour: theme.prop, width: 3)
    }
  }

  private func draw(arrow points: [Point], on canvas: some PictureSurface) {
    guard let end = points.last, let before = points.dropLast().last else { return }
    let length = max(hypot(end.x - before.x, end.y - before.y), 0.001)
    let along = (end - before) * (1 / length)
    let across = Point(-along.y, along.x)
    canvas.stroke(points, colour: theme.cue, width: 2.4, smooth: true)
    canvas.stroke(
      [end - along * 6.5 + across * 4.6, end + along * 0.8, end - along * 6.5 - across * 4.6], colour: theme.cue,
      width: 2.4)
  }

  /// The rectangle that the drawing covers; y grows upwards.
  private var bounds: (left: Double, right: Double, bottom: Double, top: Double) {
    var points = [figure, start].compactMap(\.self).flatMap(\.extent)
    for prop in drawing.props {
      let first = Point(up: prop.points.first ?? [0, 0])
      switch prop.kind {
      case .box:
        let size = prop.points.last ?? [0, 0]
        points += [first, first + Point(size[0], -size[1])]
      case .ball: points += [first - Point(prop.size, prop.size), first + Point(prop.size, prop.size)]
      case .chair: points += [first + Point(-12, 0), first + Point(14, -56)]
      case .wall: points += [first + Point(-3, 0), first + Point(3, -112)]
      case .line, .pack, .cue: points += prop.points.map(Point.init(up:))
      }
    }
    points += drawing.arrows.joined().map(Point.init(up:)).flatMap { [$0 - Point(4, 4), $0 + Point(4, 4)] }
    let (xs, ys) = (points.map(\.x), points.map { -$0.y })
    return ((xs.min() ?? 0) - 6, (xs.max() ?? 1) + 6, min(ys.min() ?? 0, 0), ys.max() ?? 1)
  }
}

extension Point {
  /// Makes a point from x and a y that grows upwards.
  init(up pair: [Double]) { self.init(pair[0], -pair[1]) }
}
