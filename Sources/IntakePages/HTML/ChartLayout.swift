import Clinical

/// Where the checkboxes of a view of the body chart lie over the drawing: rectangles that do not overlap, each at least as
/// large as a fingertip. They reach a little beyond their regions, so that no strip between two is dead.
struct ChartLayout {
  /// A rectangle in units of the grid, all of them even: left, top, right and bottom.
  struct Spot: Hashable {
    var left, top, right, bottom: Double
  }

  /// Ten units are 28 pixels on the narrowest phone (320 pixels), and 32 on most.
  static let smallest = 10.0
  /// The chart needs 48 rounds. Charts of other content may need more, and stay usable if a little overlap is left.
  private static let mostRounds = 200

  private(set) var spots: [Spot]

  init(_ regions: [BodyRegion]) {
    spots = regions.map { Spot($0.shape) }
    var rounds = 0
    while separate(), rounds < Self.mostRounds { rounds += 1 }
    spots = spots.map(\.onGrid)
  }

  /// Moves the edges of all that overlap apart.
  ///
  /// - Returns: whether any did.
  private mutating func separate() -> Bool {
    var anyMoved = false
    for one in spots.indices {
      for other in spots.indices.dropFirst(one + 1) {
        let (wide, high) = spots[one].overlap(with: spots[other])
        guard min(wide, high) > 1e-6 else { continue }
        anyMoved = true
        if wide <= high {
          part(one, other, by: wide, \.left, \.right, within: BodyRegion.grid.width)
        } else {
          part(one, other, by: high, \.top, \.bottom, within: BodyRegion.grid.height)
        }
      }
    }
    return anyMoved
  }

  /// Takes the overlap off both, as far as they are large enough, and pushes them apart by what is left.
  private mutating func part(
    _ one: Int, _ other: Int, by overlap: Double, _ low: WritableKeyPath<Spot, Double>,
    _ high: WritableKeyPath<Spot, Double>, within limit: Double
  ) {
    let isBefore =
      spots[one][keyPath: low] + spots[one][keyPath: high]
      <= spots[other][keyPath: low] + spots[other][keyPath: high]
    let (first, second) = isBefore ? (one, other) : (other, one)
    func room(_ spot: Spot) -> Double { max(0, spot[keyPath: high] - spot[keyPath: low] - Self.smallest) }
    spots[first][keyPath: high] -= min(overlap / 2, room(spots[first]))
    spots[second][keyPath: low] += min(overlap / 2, room(spots[second]))
    let rest = spots[first][keyPath: high] - spots[second][keyPath: low]
    guard rest > 1e-6 else { return }
    for (index, step) in [(first, -rest / 2), (second, rest / 2)] {
      let inside = min(max(step, -spots[index][keyPath: low]), limit - spots[index][keyPath: high])
      spots[index][keyPath: low] += inside
      spots[index][keyPath: high] += inside
    }
  }
}

extension ChartLayout.Spot {
  fileprivate init(_ shape: BodyRegion.Ellipse) {
    let width = max(2 * shape.rx + 2, ChartLayout.smallest)
    let height = max(2 * shape.ry + 2, ChartLayout.smallest)
    left = min(max(shape.cx - width / 2, 0), BodyRegion.grid.width - width)
    top = min(max(shape.cy - height / 2, 0), BodyRegion.grid.height - height)
    (right, bottom) = (left + width, top + height)
  }

  fileprivate func overlap(with other: Self) -> (wide: Double, high: Double) {
    (min(right, other.right) - max(left, other.left), min(bottom, other.bottom) - max(top, other.top))
  }

  /// With its edges on even units, which keeps spots apart and none smaller than the smallest: edges that touch, but for
  /// a rounding error, go the same way.
  fileprivate var onGrid: Self {
    func even(_ edge: Double) -> Double { ((edge + 0.001) / 2).rounded(.down) * 2 }
    return Self(left: even(left), top: even(top), right: even(right), bottom: even(bottom))
  }

  /// The classes of the stylesheet that say where it lies: `x42 y12 w10 h20`.
  var classes: String {
    zip("xywh", [left, top, right - left, bottom - top]).map { "\($0)\(Int($1))" }.joined(separator: " ")
  }
}
