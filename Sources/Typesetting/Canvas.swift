import CPangoCairo

/// The surface on which one document is drawn. Coordinates are points from the top left corner of the page.
package final class Canvas {
  let context: OpaquePointer
  private let book: FontBook
  private let format: PageFormat
  /// The figures and links drawn so far, in reading order. Their descriptions are added once Cairo has written the
  /// file.
  private(set) var figures: [TaggedFigure] = []
  private(set) var linkDescriptions: [String] = []
  private var origin = Point(0, 0)
  private var scale = 1.0
  private var isPicture = false

  init(context: OpaquePointer, book: FontBook, format: PageFormat) {
    self.context = context
    self.book = book
    self.format = format
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
  }

  // MARK: structure

  package func tag(_ tag: Tag, _ body: () -> Void) {
    begin(tag)
    body()
    end(tag)
  }

  func begin(_ tag: Tag) { cairo_tag_begin(context, tag.rawValue, "") }
  func end(_ tag: Tag) { cairo_tag_end(context, tag.rawValue) }

  /// Draws a picture with the words that stand for it.
  ///
  /// - Parameters:
  ///   - x, y: the top left corner of the picture.
  package func figure(
    _ alternative: String, x: Double, y: Double, width: Double, height: Double, _ body: () -> Void
  ) {
    let (bottom, top) = (format.height - y - height, format.height - y)
    figures.append(TaggedFigure(alternative: alternative, left: x, bottom: bottom, right: x + width, top: top))
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

  /// Draws lines of a paragraph.
  ///
  /// - Parameters:
  ///   - lines: the lines to draw; nil draws all of them.
  ///   - y: the top edge of the first line drawn.
  package func draw(_ paragraph: Paragraph, lines: Range<Int>? = nil, x: Double, y: Double) {
    paragraph.draw(lines, on: context, x: x, y: y)
  }

  /// Draws text around a point that readers of the file do not find, such as the numbers in a picture, whose meaning is
  /// in its alternative text.
  package func drawSilently(_ text: String, _ style: TextStyle, centredAt centre: Point) {
    var style = style
    style.size *= scale
    style.leading *= scale
    let centre = placed(centre)
    let paragraph = book.paragraph([Span(text)], style, width: nil)
    drawSilently(
      paragraph, x: centre.x - paragraph.naturalWidth / 2, y: centre.y + style.size * 0.36 - paragraph.firstBaseline)
  }

  /// Draws a paragraph that readers of the file do not find.
  ///
  /// - Parameter y: the top edge.
  package func drawSilently(_ paragraph: Paragraph, x: Double, y: Double) {
    paragraph.draw(nil, on: context, x: x, y: y, isSilent: true)
  }

  // MARK: shapes

  package func rectangle(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0, fill: InkColour? = nil,
    stroke: InkColour? = nil, line: Double = 1
  ) {
    let corner = placed(Point(x, y))
    addRectangle(x: corner.x, y: corner.y, width: width * scale, height: height * scale, radius: radius * scale)
    paint(fill: fill, stroke: stroke, line: line)
  }

  /// Draws a disc as a line of no length with round ends, which takes a tenth of the bytes of four curves.
  package func disc(_ centre: Point, radius: Double, fill: InkColour) {
    let centre = placed(centre)
    cairo_move_to(context, centre.x, centre.y)
    cairo_line_to(context, centre.x, centre.y)
    paint(fill: nil, stroke: fill, line: 2 * radius)
  }

  package func ring(_ centre: Point, radius: Double, fill: InkColour, stroke: InkColour, line: Double) {
    disc(centre, radius: radius + line / 2, fill: stroke)
    disc(centre, radius: radius - line / 2, fill: fill)
  }

  package func ellipses(_ ellipses: [(centre: Point, radiusX: Double, radiusY: Double)], fill: InkColour) {
    for ellipse in ellipses {
      let (centre, across, down) = (placed(ellipse.centre), ellipse.radiusX * scale, ellipse.radiusY * scale)
      func at(_ x: Double, _ y: Double) -> Point { rounded(centre + Point(across * x, down * y)) }
      let start = at(1, 0)
      cairo_move_to(context, start.x, start.y)
      for (x, y) in [(0.0, 1.0), (-1, 0), (0, -1), (1, 0)] {
        // A quarter turn, from (y, -x) to (x, y).
        let (leave, arrive, end) = (
          at(y + x * Self.bow, y * Self.bow - x), at(x + y * Self.bow, y - x * Self.bow), at(x, y)
        )
        cairo_curve_to(context, leave.x, leave.y, arrive.x, arrive.y, end.x, end.y)
      }
    }
    paint(fill: fill, stroke: nil, line: 0)
  }

  package func line(
    _ points: [Point], colour: InkColour, width: Double, smooth: Bool = false, dash: [Double] = []
  ) {
    cairo_set_dash(context, dash, Int32(dash.count), 0)
    add(points, closed: false, smooth: smooth)
    paint(fill: nil, stroke: colour, line: width)
    cairo_set_dash(context, nil, 0, 0)
  }

  /// Draws straight lines with blunt ends in one stroke.
  package func lines(_ lines: [(from: Point, to: Point)], colour: InkColour, width: Double) {
    for line in lines { add([line.from, line.to], closed: false, smooth: false) }
    cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
    paint(fill: nil, stroke: colour, line: width)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
  }

  package func shape(
    _ points: [Point], smooth: Bool = true, fill: InkColour? = nil, stroke: InkColour? = nil, line: Double = 1
  ) {
    add(points, closed: true, smooth: smooth)
    paint(fill: fill, stroke: stroke, line: line)
  }

  /// Fills polygons as one shape. They must run in the same direction, so that overlapping parts are filled too.
  package func polygons(_ polygons: [[Point]], fill: InkColour) {
    for polygon in polygons { add(polygon, closed: true, smooth: false) }
    paint(fill: fill, stroke: nil, line: 0)
  }

  // MARK: placing

  /// Draws in a coordinate system with its zero at `origin` and a unit of `scale` points.
  package func at(_ origin: Point, scale: Double, _ body: () -> Void) {
    (self.origin, self.scale, isPicture) = (origin, scale, true)
    body()
    (self.origin, self.scale, isPicture) = (Point(0, 0), 1, false)
  }

  /// Draws inside a polygon only.
  package func clipped(to points: [Point], _ body: () -> Void) {
    cairo_save(context)
    add(points, closed: true, smooth: false)
    cairo_clip(context)
    body()
    cairo_restore(context)
  }

  /// Returns the place on the page. In pictures it is rounded to an eighth of a point, which nobody sees: digits make
  /// up most of the bytes of a path.
  private func placed(_ point: Point) -> Point { rounded(origin + point * scale) }

  private func rounded(_ point: Point) -> Point {
    isPicture ? Point((point.x * 8).rounded() / 8, (point.y * 8).rounded() / 8) : point
  }

  // MARK: paths

  /// The length of the handles of a curve that approximates a quarter of a circle with radius 1.
  private static let bow = 0.5523

  private func set(_ colour: InkColour) { cairo_set_source_rgb(context, colour.red, colour.green, colour.blue) }

  private func paint(fill: InkColour?, stroke: InkColour?, line: Double) {
    if let fill {
      set(fill)
      if stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    if let stroke {
      set(stroke)
      cairo_set_line_width(context, (line * scale * 100).rounded() / 100)
      cairo_stroke(context)
    }
  }

  private func addRectangle(x: Double, y: Double, width: Double, height: Double, radius: Double) {
    if radius == 0 { return cairo_rectangle(context, x, y, width, height) }
    // One curve for each corner; an arc of Cairo's has several.
    let (right, bottom, bend) = (x + width, y + height, radius * (1 - Self.bow))
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
    let points = points.map(placed)
    guard let first = points.first else { return }
    cairo_move_to(context, first.x, first.y)
    if smooth {
      for segment in Point.curve(through: points, closed: closed) {
        let (leave, arrive) = (rounded(segment.leave), rounded(segment.arrive))
        cairo_curve_to(context, leave.x, leave.y, arrive.x, arrive.y, segment.end.x, segment.end.y)
      }
    } else {
      for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
    }
    if closed { cairo_close_path(context) }
  }
}
