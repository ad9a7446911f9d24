import Typesetting

/// The layout of blocks on paper. All text is in one column from top to bottom, so that every reader finds it in order.
struct PageLayout {
  let composer: Composer
  let theme: Theme
  var fit = Fit()
  let words = standardWords

  var x: Double { composer.page.side }
  var width: Double { composer.page.measure }
  var scale: Double { theme.scale }

  func place(_ blocks: [Handout.Block]) {
    // A heading, and a note below it, are placed with what follows them, so that they never end a page.
    var waiting: [Piece] = []
    for block in blocks {
      switch block {
      case .calendar:
        // With its heading it is on one page if it fits, to be put on the fridge.
        let sheet = waiting + pieces(for: block)
        composer.place([.group(kept: true, sheet, fallback: sheet)])
        waiting = []
      case .heading: waiting.append(.group(heading: true, pieces(for: block)))
      case .note where !waiting.isEmpty: waiting.append(.group(heading: true, pieces(for: block)))
      default:
        // After a heading there is no divider.
        composer.place(waiting + pieces(for: block).drop { !waiting.isEmpty && $0.isDivider })
        waiting = []
      }
    }
    composer.place(waiting)
  }

  func pieces(for block: Handout.Block) -> [Piece] {
    switch block {
    case .letterhead(let name, let contact): letterhead(name, contact)
    case .title(let title, let subtitle, let address): self.title(title, subtitle, address)
    case .facts(let facts): [.gap(8), openingFacts(facts)]
    case .lead(let text): lead(text)
    case .heading(let text): heading(text)
    case .paragraph(let text): [.gap(6 * scale), textBox(text, theme.body)]
    case .note(let text): [.gap(5 * scale), textBox(text, theme.small)]
    case .regions(let marks): regions(marks)
    case .findings(let findings): self.findings(findings)
    case .remarks(let remarks): [remarkList(remarks)]
    case .callout(let title, let lines, let tone):
      [.gap(10 * scale * fit.space), callout(title, lines, tone, x: x, width: width)]
    case .item(let item): self.item(item)
    case .questions(let questions): questions.flatMap(question)
    case .series(let series): self.series(series)
    case .posture(let posture): self.posture(posture)
    case .calendar(let calendar): self.calendar(calendar)
    }
  }

  // MARK: parts of every block

  func paragraph(_ text: String, _ style: TextStyle, width: Double?) -> Paragraph {
    composer.paragraph(text, style, width: width)
  }

  /// Returns a paragraph as a structure element.
  ///
  /// - Parameter mark: draws the first part of the element beside the first line, such as the number of a heading.
  func box(_ paragraph: Paragraph, x: Double, tag: Tag = .paragraph, mark: ((Canvas, Double) -> Void)? = nil) -> Piece {
    let parts = paragraph.parts
    let leading = paragraph.style.leading
    if parts.count == 1, mark == nil {
      return .box(height: paragraph.height) { canvas, y in
        canvas.tag(tag) { canvas.draw(paragraph, x: x, y: y) }
      }
    }
    // Cairo marks content only in the innermost element, so each part gets an element of its own.
    let boxes = parts.map { lines in
      Piece.box(height: Double(lines.count) * leading) { canvas, y in
        if lines.lowerBound == 0 { mark?(canvas, y) }
        canvas.tag(.span) { canvas.draw(paragraph, lines: lines, x: x, y: y) }
      }
    }
    return .group(tag, boxes)
  }

  /// Returns a piece without height that stays with the first line of the next piece, such as the label of a list item.
  func beside(_ draw: @escaping (Canvas, Double) -> Void) -> Piece {
    .group(heading: true, [.box(height: 0, draw: draw)])
  }

  private func textBox(_ text: String, _ style: TextStyle) -> Piece {
    box(paragraph(text, style, width: width), x: x)
  }

  /// Returns a list of marks with indented text.
  func list(
    _ items: [(mark: String, text: String)], x: Double, width: Double, indent: Double, colour: InkColour
  ) -> Piece {
    list(items.map { ($0.mark, [Span($0.text)]) }, x: x, width: width, indent: indent, colour: colour)
  }

  private func list(
    _ items: [(mark: String, spans: [Span])], x: Double, width: Double, indent: Double, colour: InkColour
  ) -> Piece {
    let indent = indent * scale
    var rows: [Piece] = []
    for item in items {
      let mark = paragraph(item.mark, theme.style(10.5, 14, .bold, colour), width: nil)
      let text = composer.paragraph(item.spans, theme.body, width: width - indent)
      if !rows.isEmpty { rows.append(.gap(0.5 * scale)) }
      let label = beside { canvas, y in
        canvas.tag(.label) { canvas.draw(mark, x: x, y: y) }
      }
      rows.append(.group(.listItem, [label, box(text, x: x + indent, tag: .listBody)]))
    }
    return .group(.list, rows)
  }

  private func remarkList(_ remarks: [Handout.Fact]) -> Piece {
    list(
      remarks.map { ("•", [Span($0.label, weight: .bold), Span(" " + $0.value)]) }, x: x, width: width, indent: 12,
      colour: theme.accent)
  }

  /// Returns a panel with a title and a list.
  func callout(_ title: String, _ lines: [String], _ tone: Handout.Tone, x: Double, width: Double) -> Piece {
    let (colour, tint) = tone == .calm ? (theme.accent, theme.tint) : (theme.warning, theme.warningTint)
    let inset = 12 * scale
    let head = paragraph(title, theme.style(11, 15, .black, colour), width: width - 2 * inset)
    let items = signs(lines, x: x + inset, width: width - 2 * inset, colour: colour)
    return .group(
      .division, kept: true,
      [
        .gap(5 * scale), .group(heading: true, [box(head, x: x + inset, tag: .heading2)]), .gap(scale), items,
        .gap(6 * scale),
      ]
    ) { canvas, y, height in
      canvas.rectangle(x: x, y: y, width: width, height: height, radius: 4, fill: tint)
      canvas.rectangle(x: x, y: y, width: 3.5, height: height, radius: 1.75, fill: colour)
    }
  }

  /// Returns a list, several on a line if they are many and short: a long column of them would push the next item off the
  /// page.
  private func signs(_ lines: [String], x: Double, width: Double, colour: InkColour) -> Piece {
    guard lines.count > 3, lines.allSatisfy({ $0.count < 70 }) else {
      return list(lines.map { ("•", $0) }, x: x, width: width, indent: 12, colour: colour)
    }
    let styles = (label: theme.style(10.5, 14, .bold, colour), value: theme.body)
    let rows = packed(
      lines.map { Handout.Fact(label: "•", value: $0) }, styles, x: x, room: width, tags: (.listItem, .label, .listBody)
    )
    return .group(.list, rows)
  }

  // MARK: the foot of the page

  /// Draws whose document it is, which readers of the file do not find, and the number of the page, which they find:
  /// these are the only words that the text export lacks.
  func drawFoot(on canvas: Canvas, running: String, page: Int, of count: Int) {
    let y = composer.page.height - 38
    canvas.line([Point(x, y), Point(x + width, y)], colour: theme.rule, width: 0.6)
    let size = 8.5 * min(scale, 1.2)
    var style = TextStyle(size: size, leading: size * 1.4, weight: .bold, colour: theme.muted)
    let number = paragraph(words.page(page, of: count), style, width: nil)
    style.weight = .regular
    canvas.drawSilently(onOneLine(running, style, upTo: width - number.naturalWidth - 16), x: x, y: y + 5)
    canvas.draw(number, x: x + width - number.naturalWidth, y: y + 5)
  }

  /// Returns a single line that ends in an ellipsis if the text is too long.
  private func onOneLine(_ text: String, _ style: TextStyle, upTo width: Double) -> Paragraph {
    var line = paragraph(text, style, width: nil)
    var kept = Substring(text)
    while line.naturalWidth > width, !kept.isEmpty {
      kept = kept.prefix(min(kept.count - 1, Int(Double(kept.count) * width / line.naturalWidth)))
      line = paragraph(kept + "…", style, width: nil)
    }
    return line
  }
}
