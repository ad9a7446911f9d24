/// The description of a picture in the structure tree: its alternative text and the rectangle that it fills.
struct TaggedFigure {
  let alternative: String
  /// The edges of the picture, in points from the bottom left corner of the page.
  let left, bottom, right, top: Double
}
