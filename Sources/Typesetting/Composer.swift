/// Collects the content of a document, piece by piece, in reading order.
package final class Composer {
  package let page: PageFormat
  private let book: FontBook
  private var flow: Flow

  init(page: PageFormat, book: FontBook) {
    self.page = page
    self.book = book
    flow = Flow(page: page)
  }

  /// - Parameter width: in points; nil sets everything on one line.
  package func paragraph(_ spans: [Span], _ style: TextStyle, width: Double?) -> Paragraph {
    book.paragraph(
      spans.map { Span($0.text.legible(in: book), weight: $0.weight, colour: $0.colour) }, style, width: width)
  }

  package func paragraph(_ text: String, _ style: TextStyle, width: Double?) -> Paragraph {
    paragraph([Span(text)], style, width: width)
  }

  package func place(_ pieces: [Piece]) { flow.place(pieces) }

  package func turnPage() { flow.turnPage() }

  /// Hands out what was placed and forgets it: drawing closures may hold the composer that holds them.
  func finish() -> Flow {
    defer { flow = Flow(page: page) }
    return flow
  }
}

extension FontBook {
  /// Laid-out paragraphs never change, and most of a document (labels, days, steps of a library) comes again in the next.
  func paragraph(_ spans: [Span], _ style: TextStyle, width: Double?) -> Paragraph {
    let key = Paragraph.Key(spans: spans, style: style, width: width)
    return paragraphs.value(for: key) { Paragraph(spans, style: style, width: width, book: self) }
  }
}
