/// The size of a page and its margins, in points.
package struct PageFormat: Sendable, Hashable {
  package var width: Double
  package var height: Double
  package var side: Double
  package var top: Double
  package var bottom: Double

  package init(width: Double, height: Double, side: Double, top: Double, bottom: Double) {
    self.width = width
    self.height = height
    self.side = side
    self.top = top
    self.bottom = bottom
  }

  /// The width between the side margins.
  package var measure: Double { width - 2 * side }
}
