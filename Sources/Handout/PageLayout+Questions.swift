import Typesetting

extension PageLayout {
  /// Returns a question with its answers, or with boxes and lines to answer by hand.
  func question(_ question: Handout.Question) -> [Piece] {
    let indent = 26 * scale
    let (x, width) = (x + indent, width - indent)
    let number = paragraph("\(question.number)", theme.style(9.5, 14, .bold, theme.accent), width: nil)
    let text = paragraph(
      question.text, question.answers.isEmpty ? theme.style(11, 15, .bold) : theme.style(10, 14, .regular, theme.muted),
      width: width)
    var pieces: [Piece] = [
      .gap(5 * scale),
      box(text, x: x) { [x = self.x] canvas, y in
        canvas.tag(.span) { canvas.draw(number, x: x, y: y + text.firstBaseline - number.firstBaseline) }
      },
    ]
    if let note = question.note { pieces.append(box(paragraph(note, theme.small, width: width), x: x)) }
    if !question.answers.isEmpty {
      pieces.append(list(question.answers.map { ("•", $0) }, x: x, width: width, indent: 11, colour: theme.accent))
    }
    if !question.choices.isEmpty {
      pieces +=
        [.gap(2 * scale)]
        + (question.isRow
          ? [ratingRow(question.choices, x: x, width: width)] : choices(question.choices, x: x, width: width))
    }
    for _ in 0..<question.blankLines { pieces.append(blankLine(x: x, width: width)) }
    return [.group(kept: true, pieces, fallback: pieces)]
  }

  private func choices(_ labels: [String], x: Double, width: Double) -> [Piece] {
    let side = 9.5 * scale
    return labels.flatMap { label in
      let text = paragraph(label, theme.body, width: width - side - 8)
      let tick = beside { [theme] canvas, y in
        canvas.rectangle(
          x: x, y: y + text.style.leading / 2 - side / 2, width: side, height: side, radius: 2, fill: theme.paper,
          stroke: theme.accent, line: 0.9)
      }
      return [tick, box(text, x: x + side + 8)]
    }
  }

  /// Returns the numbers from 0 to 10 side by side, each with a box.
  private func ratingRow(_ labels: [String], x: Double, width: Double) -> Piece {
    let column = min(width / Double(labels.count), 38 * scale)
    let texts = labels.map { paragraph($0, theme.body, width: nil) }
    return .box(height: 18 * scale) { [theme, scale] canvas, y in
      canvas.tag(.paragraph) {
        for (index, text) in texts.enumerated() {
          let left = x + Double(index) * column
          canvas.rectangle(
            x: left, y: y + 3 * scale, width: 9.5 * scale, height: 9.5 * scale, radius: 2, fill: theme.paper,
            stroke: theme.accent, line: 0.9)
          canvas.draw(text, x: left + 13 * scale, y: y)
        }
      }
    }
  }

  private func blankLine(x: Double, width: Double) -> Piece {
    .box(height: 22 * scale) { [theme, scale] canvas, y in
      canvas.line([Point(x, y + 19 * scale), Point(x + width, y + 19 * scale)], colour: theme.prop, width: 0.7)
    }
  }
}
