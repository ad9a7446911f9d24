import Typesetting

/// A figure that stands beside words.
struct FigureBeside {
  let width: Double
  let height: Double
  /// The words that stand for it.
  let alternative: String
  /// Draws it with its top left corner at a place.
  let draw: (Canvas, _ x: Double, _ y: Double) -> Void
}

extension PageLayout {
  /// Returns words below a title with a figure beside them; below them in large print, and where a page is too short.
  ///
  /// - Parameter body: the words in so much room.
  func illustrated(_ title: String, _ body: (_ room: Double) -> Piece, by figure: FigureBeside) -> [Piece] {
    let room = theme.isLarge ? width : width - figure.width - 20
    let heading = box(paragraph(title, theme.style(11.5, 16, .bold), width: room), x: x, tag: .heading3)
    let column = [heading, body(room)]
    let drawing = Piece.box(height: figure.height) { canvas, y in
      let left = x + width - figure.width
      canvas.figure(figure.alternative, x: left, y: y, width: figure.width, height: figure.height) {
        figure.draw(canvas, left, y)
      }
    }
    if theme.isLarge { return [.gap(8 * scale), .group(kept: true, column + [drawing])] }
    return [
      .gap(8 * scale),
      .group(
        kept: true,
        [
          .box(height: max(column.height, figure.height)) { canvas, y in
            drawing.draw(on: canvas, y: y)
            column.draw(on: canvas, y: y)
          }
        ], fallback: column + [drawing]),
    ]
  }
}
