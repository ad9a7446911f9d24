/// What the structure tree says of a picture: the words that stand for it, and the rectangle that it fills.
struct TaggedFigure {
  let alternative: String
  /// In the coordinates of the file: points from the bottom left corner of the page.
  let left, bottom, right, top: Double
}
