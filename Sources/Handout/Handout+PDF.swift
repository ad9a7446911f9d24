import Typesetting

extension Handout {
  /// Renders the document as PDF. Equal input gives equal bytes. Only one rendering runs at a time in a process.
  package func pdf(paper: Paper = .a4, largePrint: Bool = false) throws -> [UInt8] {
    let theme = Theme(scale: largePrint ? 1.5 : 1)
    return try PDF.render(metadata, page: paper.page) { composer in
      PageLayout(composer: composer, theme: theme).place(blocks)
    } furniture: { canvas, composer, page, count in
      PageLayout(composer: composer, theme: theme).drawFoot(on: canvas, running: running, page: page, of: count)
    }
  }
}
