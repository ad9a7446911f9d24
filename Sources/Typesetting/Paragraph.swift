import CPangoCairo

/// Text laid out to a width, with a fixed distance between its lines.
package final class Paragraph {
  struct Key: Hashable {
    let spans: [Span]
    let style: TextStyle
    let width: Double?
  }

  package let style: TextStyle
  package let lineCount: Int
  /// The distance from the top edge to the first baseline. It is that of the main font, even if the first line uses
  /// another font.
  package let firstBaseline: Double
  package var height: Double { Double(lineCount) * style.leading }

  private let layout: OpaquePointer
  private let spans: [Span]
  private let isWrapped: Bool

  /// - Parameter width: in points; nil puts everything on one line.
  init(_ spans: [Span], style: TextStyle, width: Double?, book: FontBook) {
    guard let layout = pango_layout_new(book.context), let font = pango_font_description_new() else {
      preconditionFailure("Pango is out of memory")
    }
    self.layout = layout
    self.spans = spans
    self.style = style
    isWrapped = width != nil
    pango_font_description_set_family(font, "Lato")
    pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(font, PangoWeight(rawValue: style.weight.rawValue))
    pango_layout_set_font_description(layout, font)

    let text = spans.map(\.text).joined()
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
    let attributes = Self.attributes(for: spans, text: text)
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_alignment(layout, style.alignment.pango)
    pango_layout_set_width(layout, width.map { Int32($0 * Double(PANGO_SCALE)) } ?? -1)
    let isRightToLeft = style.alignment == .leading && Self.startsRightToLeft(layout)
    if let width, style.alignment == .leading, !isRightToLeft { Self.avoidLonelyLastWord(of: layout, width: width) }
    lineCount = Int(pango_layout_get_line_count(layout))
    // A single line of right-to-left text, such as a name, starts at the left edge of its column like all others. For
    // such text, Pango swaps left and right.
    if lineCount == 1, isRightToLeft {
      pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
    }

    let metrics = pango_context_get_metrics(book.context, font, nil)
    let ascent = Double(pango_font_metrics_get_ascent(metrics)) / Double(PANGO_SCALE)
    let descent = Double(pango_font_metrics_get_descent(metrics)) / Double(PANGO_SCALE)
    pango_font_metrics_unref(metrics)
    pango_font_description_free(font)
    firstBaseline = (style.leading - ascent - descent) / 2 + ascent
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// The width of the longest line, in points.
  package var naturalWidth: Double {
    var extents = PangoRectangle()
    pango_layout_get_extents(layout, nil, &extents)
    return Double(extents.width) / Double(PANGO_SCALE)
  }

  /// The groups of lines that a page break does not split: at least two lines at the start and at the end.
  package var parts: [Range<Int>] {
    if lineCount < 4 { return [0..<lineCount] }
    return [0..<2] + (2..<lineCount - 2).map { $0..<$0 + 1 } + [lineCount - 2..<lineCount]
  }

  /// Draws lines of the paragraph.
  ///
  /// - Parameters:
  ///   - lines: the lines to draw; nil draws all of them.
  ///   - y: the top edge of the first line drawn.
  ///   - isSilent: whether readers of the file do not find the text.
  func draw(_ lines: Range<Int>?, on context: OpaquePointer, x: Double, y: Double, isSilent: Bool = false) {
    guard let iterator = pango_layout_get_iter(layout) else { return }
    defer { pango_layout_iter_free(iterator) }
    let lines = lines ?? 0..<lineCount
    for index in 0..<lines.upperBound {
      defer { pango_layout_iter_next_line(iterator) }
      if index < lines.lowerBound { continue }
      var extents = PangoRectangle()
      pango_layout_iter_get_line_extents(iterator, nil, &extents)
      if let line = pango_layout_iter_get_line_readonly(iterator) {
        GlyphWriter(context: context, text: pango_layout_get_text(layout), isSilent: isSilent).write(
          line.pointee, x: x + (isWrapped ? Double(extents.x) / Double(PANGO_SCALE) : 0),
          baseline: y + firstBaseline + Double(index - lines.lowerBound) * style.leading,
          isLast: index + 1 == lineCount,
          colour: colour(at:))
      }
    }
  }

  private func colour(at offset: Int) -> InkColour {
    var end = 0
    for span in spans {
      end += span.text.utf8.count
      if offset < end { return span.colour ?? style.colour }
    }
    return style.colour
  }

  /// Narrows the paragraph a little, as long as the number of lines stays the same, so that its last line is not a
  /// single short word.
  private static func avoidLonelyLastWord(of layout: OpaquePointer, width: Double) {
    let lines = pango_layout_get_line_count(layout)
    guard lines > 1 else { return }
    var measure = width
    while lastLineWidth(of: layout) < width * 0.3, measure > width * 0.84 {
      measure -= width * 0.03
      pango_layout_set_width(layout, Int32(measure * Double(PANGO_SCALE)))
      if pango_layout_get_line_count(layout) > lines {
        pango_layout_set_width(layout, Int32((measure + width * 0.03) * Double(PANGO_SCALE)))
        return
      }
    }
  }

  private static func startsRightToLeft(_ layout: OpaquePointer) -> Bool {
    pango_layout_get_line_readonly(layout, 0)?.pointee.resolved_dir == UInt32(PANGO_DIRECTION_RTL.rawValue)
  }

  private static func lastLineWidth(of layout: OpaquePointer) -> Double {
    guard let line = pango_layout_get_line_readonly(layout, pango_layout_get_line_count(layout) - 1) else { return 0 }
    var extents = PangoRectangle()
    pango_layout_line_get_extents(line, nil, &extents)
    return Double(extents.width) / Double(PANGO_SCALE)
  }
}

extension Paragraph {
  /// Returns the attributes that keep extraction exact: one glyph for each letter, no inserted hyphens, no break inside
  /// a word.
  private static func attributes(for spans: [Span], text: String) -> OpaquePointer? {
    let list = pango_attr_list_new()
    func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?, _ range: Range<Int>? = nil) {
      guard let attribute else { return }
      if let range {
        attribute.pointee.start_index = UInt32(range.lowerBound)
        attribute.pointee.end_index = UInt32(range.upperBound)
      }
      pango_attr_list_insert(list, attribute)
    }
    add(pango_attr_font_features_new("liga=0,clig=0,dlig=0,hlig=0"))
    add(pango_attr_insert_hyphens_new(0))
    var start = 0
    for span in spans {
      let end = start + span.text.utf8.count
      if let weight = span.weight {
        add(pango_attr_weight_new(PangoWeight(rawValue: weight.rawValue)), start..<end)
      }
      start = end
    }
    for range in marked(text) { add(pango_attr_family_new(FontBook.anchored), range) }
    for range in unbreakable(text) { add(pango_attr_allow_breaks_new(0), range) }
    return list
  }

  /// Returns the ranges inside which a line must not break: words of narrow scripts with a hyphen, slash or dash. Words
  /// of 40 bytes and more may break, or they would run off the page, but not after a hyphen: readers drop a hyphen at
  /// the end of a line.
  private static func unbreakable(_ text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for word in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
      let end = start + word.count
      // Lead bytes from E3 upwards belong to kana, Han and Hangul, which may break between any two characters.
      let isWide = word.contains { $0 >= 0xE3 && $0 != 0xEF }
      let canBreak = word.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == 0xE2 || $0 == 0x3F }
      if canBreak, !isWide, word.count < 40 {
        ranges.append(start..<end)
      } else {
        ranges += word.indices.filter { word[$0] == UInt8(ascii: "-") }.map { hyphen in
          let place = start + word.distance(from: word.startIndex, to: hyphen)
          return place..<min(place + 2, end)
        }
      }
      start = end + 1
    }
    return ranges
  }
}

extension Paragraph {
  /// Returns the ranges of letters with combining marks of Latin, Greek and Cyrillic (U+0300 to U+036F).
  private static func marked(_ text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    if !text.utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) { return ranges }
    var start = 0
    for character in text {
      let end = start + character.utf8.count
      if character.unicodeScalars.contains(where: \.isLatinMark) { ranges.append(start..<end) }
      start = end
    }
    return ranges
  }
}

extension TextStyle.Alignment {
  fileprivate var pango: PangoAlignment {
    switch self {
    case .leading: PANGO_ALIGN_LEFT
    case .centre: PANGO_ALIGN_CENTER
    case .trailing: PANGO_ALIGN_RIGHT
    }
  }
}
