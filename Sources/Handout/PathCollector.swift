import Clinical
import Typesetting

/// A picture's surface that collects paths for a web page. Neighbours of one ink and width become one path.
final class PathCollector: PictureSurface {
  private(set) var shapes: [VectorPicture.Shape] = []
  private let inks: [InkColour: VectorPicture.Ink]

  init(_ theme: Theme) {
    inks = [
      theme.accent: .accent, theme.soft: .soft, theme.ghost: .ghost, theme.prop: .prop, theme.cue: .cue,
      theme.paper: .paper, theme.tint: .tint,
    ]
  }

  func stroke(_ points: [Point], colour: InkColour, width: Double, smooth: Bool) {
    add(path(points, smooth: smooth, closed: false), colour, width: width)
  }

  func fill(_ points: [Point], colour: InkColour, smooth: Bool) {
    add(path(points, smooth: smooth, closed: true), colour, width: nil)
  }

  func polygons(_ polygons: [[Point]], fill: InkColour) {
    add(polygons.map { path($0, smooth: false, closed: true) }.joined(), fill, width: nil)
  }

  /// A disc is a line of no length with round ends.
  func disc(_ centre: Point, radius: Double, fill: InkColour) {
    add("M\(centre.inPath)h0", fill, width: 2 * radius)
  }

  func panel(
    at corner: Point, width: Double, height: Double, radius: Double, fill: InkColour, stroke: InkColour, line: Double
  ) {
    let (far, side) = (Point(corner.x + width, corner.y + height), corner)
    let path = path([side, Point(far.x, side.y), far, Point(side.x, far.y)], smooth: false, closed: true)
    add(path, fill, width: nil)
    add(path, stroke, width: line)
  }

  private func add(_ path: String, _ colour: InkColour, width: Double?) {
    let ink = inks[colour] ?? .prop
    let width = width.map { ($0 * 10).rounded() / 10 }
    if let last = shapes.last, last.ink == ink, last.width == width {
      shapes[shapes.count - 1].path += path
    } else {
      shapes.append(.init(ink: ink, width: width, path: path))
    }
  }

  private func path(_ points: [Point], smooth: Bool, closed: Bool) -> String {
    guard let first = points.first else { return "" }
    var path = "M" + first.inPath
    if smooth {
      for curve in Point.curve(through: points, closed: closed) {
        path += "C\(curve.leave.inPath) \(curve.arrive.inPath) \(curve.end.inPath)"
      }
    } else {
      path += points.dropFirst().map { "L" + $0.inPath }.joined()
    }
    return closed ? path + "z" : path
  }
}

extension Point {
  /// The point in path data, to a tenth of a unit.
  fileprivate var inPath: String { "\(Self.figure(x)) \(Self.figure(y))" }

  private static func figure(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

extension ExerciseDrawing {
  /// The drawing as it is printed, for a web page.
  package var picture: VectorPicture { ExercisePicture(self, theme: Theme(scale: 1)).vectors }
}
