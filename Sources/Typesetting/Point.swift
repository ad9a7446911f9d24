/// A point, in points from the top left corner.
package struct Point: Sendable, Hashable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  package static func + (lhs: Point, rhs: Point) -> Point { Point(lhs.x + rhs.x, lhs.y + rhs.y) }
  package static func - (lhs: Point, rhs: Point) -> Point { Point(lhs.x - rhs.x, lhs.y - rhs.y) }
  package static func * (lhs: Point, factor: Double) -> Point { Point(lhs.x * factor, lhs.y * factor) }
}

extension Point {
  package struct CurveSegment {
    package let leave: Point
    package let arrive: Point
    package let end: Point
  }

  /// Returns the Catmull-Rom curve through the points as cubic Bézier segments.
  package static func curve(through points: [Point], closed: Bool) -> [CurveSegment] {
    let count = points.count
    guard count > 1 else { return [] }
    func at(_ index: Int) -> Point {
      closed ? points[(index + count) % count] : points[min(max(index, 0), count - 1)]
    }
    return (0..<(closed ? count : count - 1)).map { index in
      let (before, start, end, after) = (at(index - 1), at(index), at(index + 1), at(index + 2))
      return CurveSegment(
        leave: start + (end - before) * (1 / 6), arrive: end - (after - start) * (1 / 6), end: end)
    }
  }
}
