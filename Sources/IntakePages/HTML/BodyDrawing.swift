import Clinical

/// The figure behind the body chart, drawn as on paper. Back and front have the same outline, which is written with the
/// back, the first of the two.
struct BodyDrawing {
  let view: BodyRegion.View

  var html: HTML { view == .front ? Self.front : Self.back }

  /// The body without its inner lines, as the data of a path on a grid of 100 by 220.
  static let outline = curve(BodyOutline.points, isClosed: true)

  private static let front = drawing("<use href=\"#figure\"/>", BodyOutline.frontLines)
  private static let back = drawing("<path id=\"figure\" d=\"\(outline)\"/>", BodyOutline.backLines)

  private static func drawing(_ outline: HTML, _ lines: [[BodyOutline.Place]]) -> HTML {
    """
    <svg viewBox="0 0 100 220" aria-hidden="true">\(outline)\
    <path class="line" d="\(lines.map { curve($0, isClosed: false) }.joined())"/></svg>
    """
  }

  /// A smooth curve through points (Catmull-Rom) as a path of cubic Béziers in relative coordinates, to be short. Each
  /// leaves its first point as the one before arrived there, which `s` stands for.
  private static func curve(_ points: [BodyOutline.Place], isClosed: Bool) -> String {
    func point(_ index: Int) -> BodyOutline.Place {
      isClosed ? points[(index + points.count) % points.count] : points[min(max(index, 0), points.count - 1)]
    }
    let segments = (0..<(isClosed ? points.count : points.count - 1)).map { index -> String in
      let (before, start, end, after) = (point(index - 1), point(index), point(index + 1), point(index + 2))
      let leave = ((end.x - before.x) / 6, (end.y - before.y) / 6)
      let (across, down) = (end.x - start.x, end.y - start.y)
      let arrive = (across - (after.x - start.x) / 6, down - (after.y - start.y) / 6)
      let first = index == 0 ? [leave.0, leave.1] : []
      return (index == 0 ? "c" : "s") + list(first + [arrive.0, arrive.1, across, down])
    }
    return "M" + list([points[0].x, points[0].y]) + segments.joined() + (isClosed ? "z" : "")
  }

  /// Numbers, rounded to tenths, as short as a path may have them.
  private static func list(_ numbers: [Double]) -> String {
    numbers.enumerated().map { place, number in
      let tenths = Int((number * 10).rounded())
      let whole = tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
      let text = whole.replacing(
        "0.", with: ".", maxReplacements: whole.hasPrefix("0.") || whole.hasPrefix("-0.") ? 1 : 0)
      return place == 0 || text.hasPrefix("-") ? text : " " + text
    }.joined()
  }
}
