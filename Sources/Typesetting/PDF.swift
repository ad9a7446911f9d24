import CPangoCairo

package enum PDF {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// A way to place the content: a beginning, and ways to place what follows it. The beginning is placed once for all of
  /// them.
  package struct Composition {
    let beginning: (Composer) -> Void
    let endings: [(Composer) -> Void]

    package init(beginning: @escaping (Composer) -> Void, endings: [(Composer) -> Void]) {
      self.beginning = beginning
      self.endings = endings
    }
  }

  /// Renders a document. The same content gives the same bytes. Only one rendering runs at a time in a process.
  ///
  /// - Parameters:
  ///   - compositions: ways to place the content, the preferred one first and the one with the fewest pages last. Of
  ///     those that leave no page but the last nearly empty, or else of all, the first with the fewest pages is taken,
  ///     and sooner one whose last page is not nearly empty either.
  ///   - tighter: the ways that are tried, too, when there would be more pages than `most`.
  ///   - furniture: draws what is repeated on every page, after the content of the page. It gets the number of the
  ///     page, from 1, and the number of pages.
  package static func render(
    _ metadata: Metadata, page: PageFormat, compositions: [Composition], tighter: [Composition] = [],
    above most: Int = .max, furniture: (Canvas, Composer, Int, Int) -> Void
  ) throws -> [UInt8] {
    try FontBook.borrow { book in
      pango_context_set_language(book.context, pango_language_from_string(metadata.language))
      let composer = Composer(page: page, book: book)
      var flow = best(compositions, composer)
      if flow.pageCount > most, !tighter.isEmpty {
        let other = best(tighter, composer)
        if other.pageCount < flow.pageCount { flow = other }
      }
      let pageCount = flow.pageCount
      let file = try PDFSurface(page: page, metadata: metadata)
      let canvas = Canvas(context: file.context, book: book, format: page)
      var number = 1
      var bookmarks: [Int32] = []
      func endPage() {
        furniture(canvas, composer, number, pageCount)
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

  private static func best(_ compositions: [Composition], _ composer: Composer) -> Flow {
    func flows(_ composition: Composition) -> some Sequence<Flow> {
      let beginning = composer.composed(composition.beginning)
      return composition.endings.lazy.map { ending in
        var flow = composer.composed(after: beginning, ending)
        flow.finish()
        return flow
      }
    }
    guard let shortest = compositions.last, var best = Array(flows(shortest)).last else {
      return composer.composed { _ in }
    }
    func rank(_ flow: Flow) -> (Int, Int, Int) { (flow.isFull ? 0 : 1, flow.pageCount, flow.endsFull ? 0 : 1) }
    let ideal = (0, best.pageCount, 0)
    for composition in compositions {
      for flow in flows(composition) {
        if rank(flow) == ideal { return flow }
        if rank(flow) < rank(best) { best = flow }
      }
    }
    return best
  }
}
