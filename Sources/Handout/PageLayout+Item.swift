import Clinical
import Typesetting

extension PageLayout {
  func item(_ item: Handout.Item) -> [Piece] {
    let gap = (item.isBrief ? 7 : 12) * scale
    let divider = Piece.divider(height: gap) { [x, width, theme] canvas, y in
      canvas.line([Point(x, y + gap / 2), Point(x + width, y + gap / 2)], colour: theme.faint, width: 0.8)
    }
    if item.isBrief { return [divider, brief(item)] }
    let reasons = item.remarks.flatMap { [remark($0, x: x, width: width), .gap(1.5 * scale)] }
    let (head, after) = (itemHead(item, x: x, width: width) + reasons, afterwards(item, x: x, width: width))
    let size = pictureSize
    guard let picture = picture(of: item, x: x, width: size.width, height: size.height) else {
      let column = steps(item, x: x, width: width)
      return [
        divider,
        .group(.section, kept: true, head + column + after, fallback: [.group(heading: true, head)] + column + after),
      ]
    }
    let stacked = [.group(heading: true, head), picture, .gap(8)] + steps(item, x: x, width: width) + after
    if theme.isLarge { return [divider, .group(.section, kept: true, stacked, fallback: stacked)] }
    let (beside, below) = shortest(item, beside: picture, of: size)
    return [
      divider,
      .group(
        .section, kept: true, head + [beside] + below,
        fallback: [.group(heading: true, head + [beside])] + [.gap(0)] + below),
    ]
  }

  /// Returns a picture with the steps beside it, and what stands below both: what follows the steps, unless it takes less
  /// room beside the picture.
  private func shortest(
    _ item: Handout.Item, beside picture: Piece, of size: (width: Double, height: Double)
  ) -> (beside: Piece, below: [Piece]) {
    let indent = size.width + 16
    func pair(_ column: [Piece]) -> Piece {
      .box(height: max(size.height + 4, column.height)) { canvas, y in
        picture.draw(on: canvas, y: y + 3)
        column.draw(on: canvas, y: y)
      }
    }
    let steps = steps(item, x: x + indent, width: width - indent)
    let narrow = afterwards(item, x: x + indent, width: width - indent)
    let (split, together) = ((pair(steps), afterwards(item, x: x, width: width)), pair(steps + narrow))
    return together.height < split.0.height + split.1.height ? (together, []) : split
  }

  /// A picture is large enough to copy the pose from it.
  private var pictureSize: (width: Double, height: Double) {
    theme.isLarge ? (width, 160) : (172 * fit.picture, 128 * fit.picture)
  }

  /// Returns what waits for later: a small picture, and beside it everything else.
  private func brief(_ item: Handout.Item) -> Piece {
    let size = (width: 92 * min(scale, 1.2), height: 70 * min(scale, 1.2))
    let picture = picture(of: item, x: x, width: size.width, height: size.height)
    let indent = picture == nil ? 0 : size.width + 14
    let steps = box(
      paragraph(item.steps.joined(separator: " "), theme.body, width: width - indent), x: x + indent)
    let column =
      itemHead(item, x: x + indent, width: width - indent)
      + item.remarks.flatMap { [remark($0, x: x + indent, width: width - indent), .gap(scale)] }
      + [steps] + afterwards(item, x: x + indent, width: width - indent)
    guard let picture else { return .group(.section, kept: true, column, fallback: column) }
    let beside = Piece.box(height: max(size.height + 4, column.height)) { canvas, y in
      column.draw(on: canvas, y: y)
      picture.draw(on: canvas, y: y + 3)
    }
    return .group(.section, kept: true, [beside], fallback: [picture, .gap(4)] + column)
  }

  /// Returns the photograph or the drawing of an item; nil if it has neither.
  private func picture(of item: Handout.Item, x: Double, width: Double, height: Double) -> Piece? {
    if let photo = item.photo, let photograph = Photograph(jpeg: Array(photo.jpeg)) {
      return .box(height: height) { canvas, y in
        canvas.figure(photo.alternative, x: x, y: y, width: width, height: height) {
          canvas.draw(photograph, x: x, y: y, width: width, height: height)
        }
      }
    }
    guard let picture = item.drawing.map({ ExercisePicture($0, theme: theme) }) else { return nil }
    return .box(height: height) { canvas, y in
      canvas.figure(picture.alternative, x: x, y: y, width: width, height: height) {
        picture.draw(on: canvas, x: x, y: y, width: width, height: height)
      }
    }
  }

  /// Returns the number, the title and the dose.
  private func itemHead(_ item: Handout.Item, x: Double, width: Double) -> [Piece] {
    let (radius, indent) = (11.5 * scale, 31 * scale)
    let badge = paragraph("\(item.number)", theme.style(12.5, 17, .black, theme.paper), width: nil)
    let title = paragraph(item.title, theme.style(14, 18, .black), width: width - indent)
    return [
      .bookmark("\(item.number). \(item.title)", level: 2),
      box(title, x: x + indent, tag: .heading3) { [theme] canvas, y in
        canvas.disc(Point(x + radius, y + title.style.leading / 2), radius: radius, fill: theme.accent)
        canvas.tag(.span) {
          canvas.draw(
            badge, x: x + radius - badge.naturalWidth / 2, y: y + title.firstBaseline - badge.firstBaseline - 0.6)
        }
      },
      box(paragraph(item.dose, theme.style(10.5, 14, .bold, theme.accent), width: width - indent), x: x + indent),
      .gap(2 * scale),
    ]
  }

  private func steps(_ item: Handout.Item, x: Double, width: Double) -> [Piece] {
    [
      list(
        item.steps.enumerated().map { ("\($0.offset + 1).", $0.element) }, x: x, width: width, indent: 17,
        colour: theme.accent)
    ]
  }

  private func afterwards(_ item: Handout.Item, x: Double, width: Double) -> [Piece] {
    item.afterwards.flatMap { [.gap(1.5 * scale), remark($0, x: x, width: width)] }
  }
}
