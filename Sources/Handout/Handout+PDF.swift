import Typesetting

extension Handout {
  /// Renders the document as PDF. Equal input gives equal bytes. Only one rendering runs at a time in a process.
  package func pdf(paper: Paper = .a4, largePrint: Bool = false) throws -> [UInt8] {
    let scale = largePrint ? 1.5 : 1
    let (body, sheet) = (blocks[..<calendarStart], blocks[calendarStart...])
    func place(_ blocks: ArraySlice<Block>, _ fit: Fit) -> (Composer) -> Void {
      { composer in
        PageLayout(composer: composer, theme: Theme(scale: scale * fit.text), fit: fit).place(Array(blocks))
      }
    }
    func compositions(_ choices: [[Fit]]) -> [PDF.Composition] {
      choices.compactMap { fits in
        fits.first.map { fit in PDF.Composition(beginning: place(body, fit), endings: fits.map { place(sheet, $0) }) }
      }
    }
    let mayBeTight = !sheet.isEmpty && !largePrint
    return try PDF.render(
      metadata, page: paper.page, compositions: compositions(Fit.all),
      tighter: mayBeTight ? compositions(Fit.tight) : [], above: Fit.mostPages
    ) { canvas, composer, page, count in
      PageLayout(composer: composer, theme: Theme(scale: scale))
        .drawFoot(on: canvas, running: running, page: page, of: count)
    }
  }

  /// The days on which there is something to do, counted from the day of issue, as far as the sheet to tick off goes.
  package var daysToDo: [Int] {
    let rows = blocks.flatMap { block -> [Calendar.Row] in
      guard case .calendar(let calendar) = block else { return [] }
      return calendar.rows.filter { $0.number != nil }
    }
    let days = rows.flatMap { row in row.days.indices.filter { row.days[$0] == .box } }
    return Set(days).sorted().map { $0 + 1 }
  }

  /// Where the heading of the calendar stands, which is of use on paper only; the end if there is none.
  package var calendarStart: Int {
    guard let calendar = blocks.firstIndex(where: { if case .calendar = $0 { true } else { false } }) else {
      return blocks.endIndex
    }
    return blocks[..<calendar].lastIndex { if case .heading = $0 { true } else { false } } ?? calendar
  }
}
