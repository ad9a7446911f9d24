/// The collector of a document's content, piece by piece, in reading order.
package final class Composer {
  package let page: PageFormat
  private let book: FontBook
  private var flow: Flow

  init(page: PageFormat, book: FontBook) {
    self.page = page
    self.book = book
    flow = Flow(page: page)
  }

  /// Returns a paragraph laid out to a width.
  ///
  /// - Parameter width: in points; nil puts everything on one line.
  package func paragraph(_ spans: [Span], _ style: TextStyle, width: Double?) -> Paragraph {
    book.paragraph(
      spans.map { Span($0.text.legible(in: book), weight: $0.weight, colour: $0.colour) }, style, width: width)
  }

  package func paragraph(_ text: String, _ style: TextStyle, width: Double?) -> Paragraph {
    paragraph([Span(text)], style, width: width)
  }

  package func place(_ pieces: [Piece]) { flow.place(pieces) }

  package func turnPage() { flow.turnPage() }

  /// Returns the content that was placed after what another flow holds, and forgets it. Its drawing closures may hold the
  /// composer, which would never be freed.
  ///
  /// - Parameter start: nil begins on an empty page.
  func composed(after start: Flow? = nil, _ compose: (Composer) -> Void) -> Flow {
    flow = start ?? Flow(page: page)
    defer { flow = Flow(page: page) }
    compose(self)
    return flow
  }
}

extension FontBook {
  /// Returns a paragraph from the cache, or makes it. Paragraphs never change, and most of a document (labels, days,
  /// steps) appears again in the next one.
  func paragraph(_ spans: [Span], _ style: TextStyle, width: Double?) -> Paragraph {
    let key = Paragraph.Key(spans: spans, style: style, width: width)
    return paragraphs.value(for: key) { Paragraph(spans, style: style, width: width, book: self) }
  }
}
