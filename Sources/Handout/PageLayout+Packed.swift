import Typesetting

extension PageLayout {
  /// The gap between two pairs in a row. It is less than 0.7 of the font size, or readers would take it for a gap
  /// between columns.
  static let packingGap = 7.2

  /// Returns pairs of a label and a value, as many in a row as fit.
  ///
  /// - Parameters:
  ///   - room: the width of a row.
  ///   - tags: the tags of a pair, its label and its value.
  func packed(
    _ pairs: [Handout.Fact], _ styles: (label: TextStyle, value: TextStyle), x: Double, room: Double,
    tags: (pair: Tag, label: Tag, value: Tag)
  ) -> [Piece] {
    let space = 3.5 * scale
    var rows: [[(label: Paragraph, value: Paragraph, offset: Double)]] = [[]]
    var pen = 0.0
    for pair in pairs {
      let label = paragraph(pair.label, styles.label, width: nil)
      let rest = room - label.naturalWidth - space
      var value = paragraph(pair.value, styles.value, width: nil)
      if value.naturalWidth > rest { value = paragraph(pair.value, styles.value, width: max(rest, room / 3)) }
      let needed = label.naturalWidth + space + value.naturalWidth
      if pen > 0, pen + needed > room {
        rows.append([])
        pen = 0
      }
      rows[rows.count - 1].append((label, value, pen))
      pen += needed + Self.packingGap * scale
    }
    return rows.map { row in
      .box(height: row.map(\.value.height).max() ?? 0) { canvas, y in
        for (label, value, offset) in row {
          let left = x + offset
          canvas.tag(tags.pair) {
            canvas.tag(tags.label) { canvas.draw(label, x: left, y: y + value.firstBaseline - label.firstBaseline) }
            canvas.tag(tags.value) { canvas.draw(value, x: left + label.naturalWidth + space, y: y) }
          }
        }
      }
    }
  }
}
