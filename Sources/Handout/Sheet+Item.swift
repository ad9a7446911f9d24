import Clinical
import Typesetting

extension Sheet {
  func item(_ item: Handout.Item) -> [Piece] {
    let divider = Piece.divider(height: 22 * scale) { [x, width, theme, scale] canvas, y in
      canvas.line([Point(x, y + 13 * scale), Point(x + width, y + 13 * scale)], colour: theme.faint, width: 0.8)
    }
    let indent = 36 * scale
    let (x, width) = (x + indent, width - indent)
    let head = itemHead(item, indent: indent) + remarks(item, x: x, width: width) + dose(item, x: x, width: width)
    let stop = stopSigns(item, x: x, width: width)
    guard let drawing = item.drawing else {
      let column = instructions(item, x: x, width: width)
      return [
        divider,
        .group(.section, kept: true, head + column + stop, fallback: [.group(heading: true, head)] + column + stop),
      ]
    }
    let size = (width: 132.0, height: 120.0)
    let picture = picture(drawing, x: x, width: size.width, height: size.height)
    let stacked = [.group(heading: true, head), picture, .gap(8)] + instructions(item, x: x, width: width) + stop
    if theme.isLarge { return [divider, .group(.section, kept: true, stacked, fallback: stacked)] }
    let column = instructions(item, x: x + size.width + 16, width: width - size.width - 16)
    let beside = Piece.box(height: max(size.height + 4, column.height)) { canvas, y in
      picture.draw(on: canvas, y: y + 2)
      column.draw(on: canvas, y: y)
    }
    return [divider, .group(.section, kept: true, head + [beside] + stop, fallback: stacked)]
  }

  private func picture(_ drawing: ExerciseDrawing, x: Double, width: Double, height: Double) -> Piece {
    let picture = ExercisePicture(drawing, theme: theme)
    return .box(height: height) { canvas, y in
      canvas.figure(picture.alternative) { picture.draw(on: canvas, x: x, y: y, width: width, height: height) }
    }
  }

  /// Number, title and the dose as a sentence.
  private func itemHead(_ item: Handout.Item, indent: Double) -> [Piece] {
    let radius = 12.5 * scale
    let badge = paragraph("\(item.number)", theme.style(13, 17, .black, theme.paper), width: nil)
    let title = paragraph(item.title, theme.style(15.5, 20, .black), width: width - indent)
    return [
      .bookmark("\(item.number). \(item.title)", level: 2),
      box(title, x: x + indent, tag: .heading3) { [x, theme] canvas, y in
        canvas.disc(Point(x + radius, y + title.style.leading / 2), radius: radius, fill: theme.accent)
        canvas.tag(.label) {
          canvas.draw(
            badge, x: x + radius - badge.naturalWidth / 2, y: y + title.firstBaseline - badge.firstBaseline - 0.6)
        }
      },
      box(paragraph(item.summary, theme.style(11, 15.5, .regular, theme.muted), width: width - indent), x: x + indent),
      .gap(3 * scale),
    ]
  }

  private func remarks(_ item: Handout.Item, x: Double, width: Double) -> [Piece] {
    item.remarks.flatMap { [remark($0, x: x, width: width), .gap(3 * scale)] } + [.gap(3 * scale)]
  }

  private func dose(_ item: Handout.Item, x: Double, width: Double) -> [Piece] {
    item.dose.isEmpty ? [] : [strip(item.dose, x: x, width: width), .gap(6 * scale)]
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
      pieces += [.gap(4 * scale), remark(.init(label: Wording.goOn, value: goOn), x: x, width: width)]
    }
    return pieces
  }

  private func stopSigns(_ item: Handout.Item, x: Double, width: Double) -> [Piece] {
    if item.stopIf.isEmpty { return [] }
    return [.gap(7 * scale), callout(Wording.stopIf, item.stopIf, .warning, x: x, width: width)]
  }

  /// The dose as figures: label and value close together, as many pairs to a row as fit.
  private func strip(_ dose: [Handout.Fact], x: Double, width: Double) -> Piece {
    let inset = 10 * scale
    let (gap, space) = (7.2 * scale, 3 * scale)
    let room = width - 2 * inset
    var rows: [[(label: Paragraph, value: Paragraph, x: Double)]] = [[]]
    var pen = 0.0
    for fact in dose {
      let label = paragraph(fact.label, theme.style(9, 16.5, .regular, theme.muted), width: nil)
      let style = theme.style(10.5, 16.5, .bold)
      var value = paragraph(fact.value, style, width: nil)
      if label.naturalWidth + space + value.naturalWidth > room {
        value = paragraph(fact.value, style, width: max(room - label.naturalWidth - space, room / 3))
      }
      let needed = label.naturalWidth + space + value.naturalWidth
      if pen > 0, pen + needed > room {
        rows.append([])
        pen = 0
      }
      rows[rows.count - 1].append((label, value, pen))
      pen += needed + gap
    }
    let pieces = rows.map { row in
      Piece.box(height: row.map(\.value.height).max() ?? 0) { [theme, scale] canvas, y in
        for (label, value, offset) in row {
          let left = x + inset + offset
          if offset > 0 {
            canvas.disc(Point(left - gap / 2, y + value.style.leading * 0.53), radius: 1.4 * scale, fill: theme.soft)
          }
          canvas.tag(.row) {
            canvas.tag(.header) { canvas.draw(label, x: left, y: y + value.firstBaseline - label.firstBaseline) }
            canvas.tag(.cell) { canvas.draw(value, x: left + label.naturalWidth + space, y: y) }
          }
        }
      }
    }
    return .group(kept: true, [.gap(4 * scale), .group(.table, pieces), .gap(4 * scale)]) { [theme] canvas, y, height in
      canvas.rectangle(x: x, y: y, width: width, height: height, radius: 4, fill: theme.tint)
    }
  }
}
