/// A picture as filled and stroked paths, for a web page. x grows to the right, y downwards.
package struct VectorPicture: Sendable, Hashable, Codable {
  /// The roles of colours, so that a page can show them in light and dark.
  package enum Ink: String, Sendable, Hashable, Codable, CaseIterable {
    case accent, soft, ghost, prop, cue, paper, tint
  }

  package struct Shape: Sendable, Hashable, Codable {
    package var ink: Ink
    /// The width of the stroke; nil for a filled shape.
    package var width: Double?
    /// Path data of SVG.
    package var path: String

    package init(ink: Ink, width: Double?, path: String) {
      self.ink = ink
      self.width = width
      self.path = path
    }
  }

  /// The text for a person who cannot see it.
  package var alternative: String
  package var left, top, width, height: Double
  package var shapes: [Shape]

  package init(
    alternative: String, left: Double, top: Double, width: Double, height: Double, shapes: [Shape]
  ) {
    self.alternative = alternative
    (self.left, self.top, self.width, self.height) = (left, top, width, height)
    self.shapes = shapes
  }
}
