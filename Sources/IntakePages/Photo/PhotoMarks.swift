import Clinical
import Records

/// What is drawn over a picture, in its own pixels: landmarks as rings, lines between them, numbers beside them.
struct PhotoMarks {
  let picture: Door.OpenedPhotos.Picture
  /// The size at which the picture is drawn, in CSS pixels.
  let width: Int
  let height: Int
  private var shapes: [HTML] = []
  private var numbers: [Photo.Point] = []

  init(_ picture: Door.OpenedPhotos.Picture, width: Int, height: Int) {
    self.picture = picture
    self.width = width
    self.height = height
  }

  /// The pixels of the picture for a CSS pixel.
  private var unit: Double { Double(picture.width) / Double(width) }

  mutating func ring(_ point: Photo.Point, isCurrent: Bool = false) {
    let radius = Self.number(unit * (isCurrent ? 10 : 5))
    let (x, y) = (Self.number(point.x), Self.number(point.y))
    // Dark below light: it is seen on any ground.
    for kind in ["under", isCurrent ? "now" : "mark"] {
      shapes.append("<circle class=\"\(kind)\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"/>")
    }
  }

  mutating func line(_ points: [Photo.Point]) {
    let path = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }.joined(separator: " ")
    for kind in ["under", "mark"] { shapes.append("<polyline class=\"\(kind)\" points=\"\(path)\"/>") }
  }

  /// Writes a number beside a point, below the numbers that are there already.
  mutating func number(_ number: Int, at point: Photo.Point) {
    let height = unit * 15
    var place = Photo.Point(x: point.x + unit * 7, y: point.y - unit * 5)
    while numbers.contains(where: { abs($0.x - place.x) < height && abs($0.y - place.y) < height }) {
      place = Photo.Point(x: place.x, y: place.y + height)
    }
    numbers.append(place)
    shapes.append(
      """
      <text x="\(Self.number(place.x))" y="\(Self.number(place.y))" font-size="\(Self.number(height))">\
      \(number)</text>
      """)
  }

  var html: HTML {
    """
    <svg class="over" width="\(width)" height="\(height)" viewBox="0 0 \(picture.width) \(picture.height)" \
    aria-hidden="true">\(shapes)</svg>
    """
  }

  private static func number(_ value: Double) -> String { value.rounded(toPlaces: 1).inFigures }
}

extension PhotoMarks {
  /// Draws what is placed: the plumb line, the scale bar, and the lines of the posture.
  mutating func draw(_ points: [Landmark.ID: Photo.Point], of view: EvaluationView.ID) {
    let bars: [[Landmark.ID]] = [["lm.plumb_top", "lm.plumb_bottom"], ["lm.scale_a", "lm.scale_b"]]
    for landmarks in bars + PostureLines.lines(of: view) {
      let placed = landmarks.compactMap { points[$0] }
      if placed.count > 1 { line(placed) }
    }
    for landmark in PhotoTaps.landmarks(of: view) { if let point = points[landmark] { ring(point) } }
  }
}
