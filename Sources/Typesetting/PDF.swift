import CPangoCairo

package enum PDF {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Renders a document. The same content gives the same bytes. Only one rendering runs at a time in a process.
  ///
  /// - Parameters:
  ///   - compose: places the content.
  ///   - furniture: draws what is repeated on every page, after the content of the page. It gets the number of the
  ///     page, from 1, and the number of pages.
  package static func render(
    _ metadata: Metadata, page: PageFormat, compose: (Composer) -> Void, furniture: (Canvas, Composer, Int, Int) -> Void
  ) throws -> [UInt8] {
    try FontBook.borrow { book in
      pango_context_set_language(book.context, pango_language_from_string(metadata.language))
      let composer = Composer(page: page, book: book)
      compose(composer)
      let file = try PDFSurface(page: page, metadata: metadata)
      let canvas = Canvas(context: file.context, book: book, format: page)
      let flow = composer.finish()
      var number = 1
      var bookmarks: [Int32] = []
      func endPage() {
        furniture(canvas, composer, number, flow.pageCount)
        cairo_show_page(file.context)
      }
      canvas.begin(.document)
      for step in flow.steps {
        switch step {
        case .begin(let tag): canvas.begin(tag)
        case .end(let tag): canvas.end(tag)
        case .draw(let piece, let y): piece.draw(on: canvas, y: y)
        case .bookmark(let title, let level, let y):
          bookmarks.removeLast(max(0, bookmarks.count - (level - 1)))
          bookmarks.append(
            file.addBookmark(title, under: bookmarks.last, page: number, x: page.side, y: max(0, y - 6)))
        case .turnPage:
          endPage()
          number += 1
        }
      }
      canvas.end(.document)
      endPage()
      return try PDFFile(file.finish()).finished(
        metadata, figures: canvas.figures, linkDescriptions: canvas.linkDescriptions)
    }
  }
}
