import CPangoCairo

/// Paints one document. Coordinates are points from the top left corner of the page.
package final class Canvas {
  let context: OpaquePointer
  private let book: FontBook
  /// What structure elements get after Cairo has written the file, in order of appearance.
  private(set) var alternatives: [String] = []
  private(set) var linkDescriptions: [String] = []

  init(context: OpaquePointer, book: FontBook) {
    self.context = context
    self.book = book
  }

  // MARK: structure

  package func tag(_ tag: Tag, _ body: () -> Void) {
    begin(tag)
    body()
    end(tag)
  }

  func begin(_ tag: Tag) { cairo_tag_begin(context, tag.rawValue, "") }
  func end(_ tag: Tag) { cairo_tag_end(context, tag.rawValue) }

  /// A picture with the words that stand for it.
  package func figure(_ alternative: String, _ body: () -> Void) {
    alternatives.append(alternative)
    cairo_tag_begin(context, "Figure", "")
    body()
    cairo_tag_end(context, "Figure")
  }

  package func link(_ address: String, description: String, _ body: () -> Void) {
    linkDescriptions.append(description)
    let quoted = address.map { $0 == "'" ? "%27" : $0 == "\\" ? "%5C" : String($0) }.joined()
    cairo_tag_begin(context, CAIRO_TAG_LINK, "uri='\(quoted)'")
    body()
    cairo_tag_end(context, CAIRO_TAG_LINK)
  }

  // MARK: text

  /// - Parameters:
  ///   - lines: those to draw; nil is all.
  ///   - y: the top edge of the first of them.
  package func draw(_ paragraph: Paragraph, lines: Range<Int>? = nil, x: Double, y: Double) {
    paragraph.draw(lines, on: context, x: x, y: y)
  }

  /// Letters as shapes around a point, for pictures: seen, never extracted.
  package func outline(_ text: String, _ style: TextStyle, centredAt centre: Point) {
    let paragraph = book.paragraph([Span(text)], style, width: nil)
    outline(paragraph, x: centre.x - paragraph.naturalWidth / 2, baseline: centre.y + style.size * 0.36)
  }

  package func outline(_ paragraph: Paragraph, x: Double, baseline: Double) {
    paragraph.outline(on: context, x: x, baseline: baseline)
    set(paragraph.style.colour)
    cairo_fill(context)
  }

  // MARK: shapes

  package func rectangle(
    x: Double, y: Double, width: Double, height: Double, radius: Double, fill: Colour? = nil, stroke: Colour? = nil,
    line: Double = 1
  ) {
    addRectangle(x: x, y: y, width: width, height: height, radius: radius)
    paint(fill: fill, stroke: stroke, line: line)
  }

  package func disc(_ centre: Point, radius: Double, fill: Colour? = nil, stroke: Colour? = nil, line: Double = 1) {
    addRectangle(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius, radius: radius)
    paint(fill: fill, stroke: stroke, line: line)
  }

  package func line(
    _ points: [Point], colour: Colour, width: Double, smooth: Bool = false, dash: [Double] = []
  ) {
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    cairo_set_dash(context, dash, Int32(dash.count), 0)
    add(points, closed: false, smooth: smooth)
    paint(fill: nil, stroke: colour, line: width)
    cairo_set_dash(context, nil, 0, 0)
  }

  /// Straight lines in one stroke: inside a clip, Cairo writes the clip's path anew for every stroke.
  package func lines(_ lines: [[Point]], colour: Colour, width: Double) {
    for line in lines { add(line, closed: false, smooth: false) }
    paint(fill: nil, stroke: colour, line: width)
  }

  package func shape(
    _ points: [Point], smooth: Bool = true, fill: Colour? = nil, stroke: Colour? = nil, line: Double = 1
  ) {
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    add(points, closed: true, smooth: smooth)
    paint(fill: fill, stroke: stroke, line: line)
  }

  // MARK: placing

  /// Draws in a coordinate system of its own: `origin` is where its zero lies, `scale` how many points its unit has.
  package func at(_ origin: Point, scale: Double = 1, _ body: () -> Void) {
    cairo_save(context)
    cairo_translate(context, origin.x, origin.y)
    cairo_scale(context, scale, scale)
    body()
    cairo_restore(context)
  }

  package func clipped(to points: [Point], smooth: Bool = true, _ body: () -> Void) {
    cairo_save(context)
    add(points, closed: true, smooth: smooth)
    cairo_clip(context)
    body()
    cairo_restore(context)
  }

  package func clippedToRectangle(
    x: Double, y: Double, width: Double, height: Double, radius: Double, _ body: () -> Void
  ) {
    cairo_save(context)
    addRectangle(x: x, y: y, width: width, height: height, radius: radius)
    cairo_clip(context)
    body()
    cairo_restore(context)
  }

  // MARK: paths

  private func set(_ colour: Colour) { cairo_set_source_rgb(context, colour.red, colour.green, colour.blue) }

  private func paint(fill: Colour?, stroke: Colour?, line: Double) {
    if let fill {
      set(fill)
      if stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    if let stroke {
      set(stroke)
      cairo_set_line_width(context, line)
      cairo_stroke(context)
    }
  }

  private func addRectangle(x: Double, y: Double, width: Double, height: Double, radius: Double) {
    if radius == 0 { return cairo_rectangle(context, x, y, width, height) }
    // One curve a corner: Cairo's arcs are several each, and a page of boxes to tick has hundreds.
    let (right, bottom, bend) = (x + width, y + height, radius * 0.4477)
    cairo_move_to(context, x + radius, y)
    cairo_line_to(context, right - radius, y)
    cairo_curve_to(context, right - bend, y, right, y + bend, right, y + radius)
    cairo_line_to(context, right, bottom - radius)
    cairo_curve_to(context, right, bottom - bend, right - bend, bottom, right - radius, bottom)
    cairo_line_to(context, x + radius, bottom)
    cairo_curve_to(context, x + bend, bottom, x, bottom - bend, x, bottom - radius)
    cairo_line_to(context, x, y + radius)
    cairo_curve_to(context, x, y + bend, x + bend, y, x + radius, y)
    cairo_close_path(context)
  }

  private func add(_ points: [Point], closed: Bool, smooth: Bool) {
    guard let first = points.first else { return }
    cairo_move_to(context, first.x, first.y)
    if smooth {
      for segment in Point.curve(through: points, closed: closed) {
        cairo_curve_to(
          context, segment.leave.x, segment.leave.y, segment.arrive.x, segment.arrive.y, segment.end.x, segment.end.y)
      }
    } else {
      for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
    }
    if closed { cairo_close_path(context) }
  }
}
