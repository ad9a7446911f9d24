import Clinical
import Typesetting

extension PageLayout {
  func item(_ item: Handout.Item) -> [Piece] {
    let divider = Piece.divider(height: 13 * scale) { [x, width, theme, scale] canvas, y in
      canvas.line([Point(x, y + 7 * scale), Point(x + width, y + 7 * scale)], colour: theme.faint, width: 0.8)
    }
    let head =
      itemHead(item) + item.remarks.flatMap { [remark($0, x: x, width: width), .gap(1.5 * scale)] } + dose(item)
    let stop = stopSigns(item)
    guard let drawing = item.drawing else {
      let column = instructions(item, x: x, width: width)
      return [
        divider,
        .group(.section, kept: true, head + column + stop, fallback: [.group(heading: true, head)] + column + stop),
      ]
    }
    let size = theme.isLarge ? (width: width, height: 150.0) : (width: 132.0, height: 104.0)
    let picture = picture(drawing, x: x, width: size.width, height: size.height)
    let stacked = [.group(heading: true, head), picture, .gap(8)] + instructions(item, x: x, width: width) + stop
    if theme.isLarge { return [divider, .group(.section, kept: true, stacked, fallback: stacked)] }
    let indent = size.width + 16
    let column = instructions(item, x: x + indent, width: width - indent)
    let beside = Piece.box(height: max(size.height + 4, column.height)) { canvas, y in
      picture.draw(on: canvas, y: y + 3)
      column.draw(on: canvas, y: y)
    }
    return [divider, .group(.section, kept: true, head + [beside] + stop, fallback: stacked)]
  }

  private func picture(_ drawing: ExerciseDrawing, x: Double, width: Double, height: Double) -> Piece {
    let picture = ExercisePicture(drawing, theme: theme)
    return .box(height: height) { canvas, y in
      canvas.figure(picture.alternative, x: x, y: y, width: width, height: height) {
        picture.draw(on: canvas, x: x, y: y, width: width, height: height)
      }
    }
  }

  /// Returns the number, the title and the dose as a sentence.
  private func itemHead(_ item: Handout.Item) -> [Piece] {
    let (radius, indent) = (11.5 * scale, 31 * scale)
    let badge = paragraph("\(item.number)", theme.style(12.5, 17, .black, theme.paper), width: nil)
    let title = paragraph(item.title, theme.style(15, 19, .black), width: width - indent)
    return [
      .bookmark("\(item.number). \(item.title)", level: 2),
      box(title, x: x + indent, tag: .heading3) { [x, theme] canvas, y in
        canvas.disc(Point(x + radius, y + title.style.leading / 2), radius: radius, fill: theme.accent)
        canvas.tag(.span) {
          canvas.draw(
            badge, x: x + radius - badge.naturalWidth / 2, y: y + title.firstBaseline - badge.firstBaseline - 0.6)
        }
      },
      box(paragraph(item.summary, theme.style(10.5, 14, .regular, theme.muted), width: width - indent), x: x + indent),
      .gap(2 * scale),
    ]
  }

  private func dose(_ item: Handout.Item) -> [Piece] {
    if item.dose.isEmpty { return [] }
    let styles = (label: theme.style(9, 15.5, .regular, theme.muted), value: theme.style(10.5, 15.5, .bold))
    let rows = packed(
      item.dose.map { ($0.label, $0.value) }, styles, x: x + 10 * scale, room: width - 20 * scale,
      tags: (.row, .header, .cell)
    ) { [theme, scale] canvas, point in
      canvas.disc(point - Point(Self.packingGap * scale / 2, -0.8), radius: 1.4 * scale, fill: theme.soft)
    }
    let strip = Piece.group(kept: true, [.gap(2 * scale), .group(.table, rows), .gap(2.5 * scale)]) {
      [x, width, theme] canvas, y, height in
      canvas.rectangle(x: x, y: y, width: width, height: height, radius: 4, fill: theme.tint)
    }
    return [strip, .gap(4 * scale)]
  }

  private func instructions(_ item: Handout.Item, x: Double, width: Double) -> [Piece] {
    var pieces: [Piece] = []
    let title = paragraph(item.stepsTitle, theme.style(11, 15.5, .black, theme.accent), width: width)
    pieces.append(.group(heading: true, [box(title, x: x)]))
    pieces.append(
      list(
        item.steps.enumerated().map { ("\($0.offset + 1).", $0.element) }, x: x, width: width, indent: 17,
        colour: theme.accent))
    if let goOn = item.goOn {
      pieces += [.gap(scale), remark(.init(label: words.goOn, value: goOn), x: x, width: width)]
    }
    return pieces
  }

  /// Returns the reasons to stop, several on a line: every item has some, and a long column of them would push the next
  /// item off the page.
  private func stopSigns(_ item: Handout.Item) -> [Piece] {
    if item.stopIf.isEmpty { return [] }
    let inset = 12 * scale
    let head = paragraph(words.stopIf, theme.style(11, 15, .black, theme.warning), width: nil)
    let indent = inset + head.naturalWidth + 7 * scale
    let styles = (label: theme.style(11, 15, .bold, theme.warning), value: theme.body)
    let rows = packed(
      item.stopIf.map { ("•", $0) }, styles, x: x + indent, room: width - indent - inset,
      tags: (.listItem, .label, .listBody))
    let list = Piece.group(.list, rows)
    let titled = Piece.box(height: list.height) { [x] canvas, y in
      canvas.tag(.paragraph) { canvas.draw(head, x: x + inset, y: y) }
      list.draw(on: canvas, y: y)
    }
    return [
      .gap(4 * scale),
      .group(.division, kept: true, [.gap(3 * scale), titled, .gap(4 * scale)]) {
        [x, width, theme] canvas, y, height in
        canvas.rectangle(x: x, y: y, width: width, height: height, radius: 4, fill: theme.warningTint)
        canvas.rectangle(x: x, y: y, width: 3.5, height: height, radius: 1.75, fill: theme.warning)
      },
    ]
  }
}
