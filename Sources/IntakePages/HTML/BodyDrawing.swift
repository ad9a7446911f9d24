import Clinical

/// The figure behind the body chart, drawn as on paper.
struct BodyDrawing {
  let view: BodyRegion.View

  var html: HTML { view == .front ? Self.front : Self.back }

  private static let front = drawing(BodyOutline.frontLines)
  private static let back = drawing(BodyOutline.backLines)

  private static func drawing(_ lines: [[BodyOutline.Place]]) -> HTML {
    """
    <svg viewBox="0 0 100 220" aria-hidden="true"><path d="\(curve(BodyOutline.points, isClosed: true))"/>\
    <path class="line" d="\(lines.map { curve($0, isClosed: false) }.joined())"/></svg>
    """
  }

  /// A smooth curve through points (Catmull-Rom) as a path of cubic Béziers.
  private static func curve(_ points: [BodyOutline.Place], isClosed: Bool) -> String {
    func point(_ index: Int) -> BodyOutline.Place {
      isClosed ? points[(index + points.count) % points.count] : points[min(max(index, 0), points.count - 1)]
    }
    let segments = (0..<(isClosed ? points.count : points.count - 1)).map { index -> String in
      let (before, start, end, after) = (point(index - 1), point(index), point(index + 1), point(index + 2))
      let leave = (start.x + (end.x - before.x) / 6, start.y + (end.y - before.y) / 6)
      let arrive = (end.x - (after.x - start.x) / 6, end.y - (after.y - start.y) / 6)
      return "C\(place(leave)) \(place(arrive)) \(place(end))"
    }
    return "M\(place(points[0]))" + segments.joined() + (isClosed ? "Z" : "")
  }

  /// Two coordinates, rounded to tenths.
  private static func place(_ place: (Double, Double)) -> String {
    [place.0, place.1].map { value in
      let tenths = Int((value * 10).rounded())
      return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
    }.joined(separator: " ")
  }
}
