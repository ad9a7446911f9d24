import Clinical

/// A picture as inline SVG. Its colours are classes of the stylesheet, which has them in light and dark.
struct PictureMarkup {
  let picture: VectorPicture

  init(_ picture: VectorPicture) { self.picture = picture }

  var markup: HTML {
    let (left, top, width, height) = (picture.left, picture.top, picture.width, picture.height)
    return """
      <svg class="pose" viewBox="\(Int(left)) \(Int(top)) \(Int(width)) \(Int(height))" role="img" \
      aria-label="\(picture.alternative)">\(picture.shapes.map(shape))</svg>
      """
  }

  private func shape(_ shape: VectorPicture.Shape) -> HTML {
    guard let width = shape.width else { return "<path class=\"f-\(shape.ink.rawValue)\" d=\"\(shape.path)\"/>" }
    return "<path class=\"l-\(shape.ink.rawValue)\" stroke-width=\"\(width.inFigures)\" d=\"\(shape.path)\"/>"
  }
}
