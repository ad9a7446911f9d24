import Typesetting

extension PageLayout {
  func findings(_ findings: [Handout.Finding]) -> [Piece] {
    findings.map { finding in
      let inset = 12 * scale
      var pieces: [Piece] = [
        .gap(4 * scale),
        box(
          paragraph(finding.title, theme.style(12, 16, .bold), width: width - inset), x: x + inset, tag: .heading3),
      ]
      for remark in finding.remarks {
        pieces += [.gap(scale), self.remark(remark, x: x + inset, width: width - inset)]
      }
      return .group(.section, kept: true, pieces) { [x, theme] canvas, y, height in
        canvas.line(
          [Point(x + 1, y + 7), Point(x + 1, y + height - 2)], colour: theme.soft, width: 2)
      }
    }
  }

  /// Returns a bold label with its sentence.
  func remark(_ remark: Handout.Fact, x: Double, width: Double) -> Piece {
    box(
      composer.paragraph(
        [Span(remark.label, weight: .bold, colour: theme.accent), Span(" " + remark.value)], theme.body, width: width),
      x: x)
  }

  /// Returns the numbered list with the figure beside it, or above it in large print.
  func regions(_ marks: [Handout.Mark]) -> [Piece] {
    if !fit.hasBody {
      return [.group(.list, marks.enumerated().map { regionRow($0.element, number: $0.offset + 1, width: width) })]
    }
    let figure = BodyFigure(marks: marks, theme: theme)
    let height = theme.isLarge ? 236.0 : 140
    let figureWidth = figure.width(height: height)
    let besides = theme.isLarge ? width : width - figureWidth - 18
    let rows = marks.enumerated().map { regionRow($0.element, number: $0.offset + 1, width: besides) }
    let list = Piece.group(.list, rows)
    func drawn(at x: Double) -> Piece {
      .box(height: height) { canvas, y in
        canvas.figure(figure.alternative, x: x, y: y, width: figureWidth, height: height) {
          figure.draw(on: canvas, x: x, y: y, height: height)
        }
      }
    }
    let stacked = [drawn(at: x + (width - figureWidth) / 2), .gap(8), list]
    if theme.isLarge || list.height > height + 120 { return stacked }
    let figurePiece = drawn(at: x + width - figureWidth)
    return [
      .group(
        kept: true,
        [
          .box(height: max(height, list.height)) { canvas, y in
            figurePiece.draw(on: canvas, y: y)
            list.draw(on: canvas, y: y + 6)
          }
        ], fallback: stacked)
    ]
  }

  private func regionRow(_ mark: Handout.Mark, number: Int, width: Double) -> Piece {
    let radius = 8.5 * scale
    let indent = 26 * scale
    let badge = paragraph("\(number)", theme.style(10, 14, .black, theme.paper), width: nil)
    let label = paragraph(mark.label, theme.style(11.5, 16, .bold), width: width - indent)
    let detail = paragraph(mark.detail, theme.style(10.5, 15, .regular, theme.muted), width: width - indent)
    let detailHeight = mark.detail.isEmpty ? 0 : detail.height
    return .group(
      .listItem, kept: true,
      [
        .box(height: label.height + detailHeight + 7 * scale) { [x, theme] canvas, y in
          canvas.disc(Point(x + radius, y + label.style.leading / 2), radius: radius, fill: theme.warning)
          canvas.tag(.label) {
            canvas.draw(
              badge, x: x + radius - badge.naturalWidth / 2, y: y + label.firstBaseline - badge.firstBaseline - 0.4)
          }
          canvas.tag(.listBody) {
            canvas.draw(label, x: x + indent, y: y)
            if detailHeight > 0 { canvas.draw(detail, x: x + indent, y: y + label.height) }
          }
        }
      ])
  }
}
