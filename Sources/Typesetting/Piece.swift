/// Something to place on a page. Drawing closures get the canvas and the top edge.
package indirect enum Piece {
  case box(height: Double, draw: (Canvas, Double) -> Void)
  /// White space, left out at the top of a page.
  case gap(Double)
  /// A separator between two pieces, left out at the top and at the end of a page.
  case divider(height: Double, draw: (Canvas, Double) -> Void)
  /// An entry in the outline of the document; level 1 is the top.
  case bookmark(String, level: Int)
  case group(Group)

  package struct Group {
    var tag: Tag?
    /// Whether the group stays on one page if it fits on one.
    var isKept: Bool
    /// Whether the group stays on the page of the first piece after it.
    var isHeading: Bool
    var pieces: [Piece]
    /// The pieces to place instead when `pieces` do not fit on one page.
    var fallback: [Piece]?
    /// Draws what is behind the pieces; gets the top edge and the height.
    var background: ((Canvas, Double, Double) -> Void)?
  }

  package static func group(
    _ tag: Tag? = nil, kept: Bool = false, heading: Bool = false, _ pieces: [Piece], fallback: [Piece]? = nil,
    background: ((Canvas, Double, Double) -> Void)? = nil
  ) -> Piece {
    .group(
      Group(
        tag: tag, isKept: kept, isHeading: heading, pieces: pieces, fallback: fallback, background: background))
  }

  package var isDivider: Bool { if case .divider = self { true } else { false } }

  package var height: Double {
    switch self {
    case .box(let height, _), .gap(let height), .divider(let height, _): height
    case .bookmark: 0
    case .group(let group): group.pieces.height
    }
  }

  /// Returns the height of the first part that a page break must not split, on pages of that height.
  ///
  /// - Parameter opened: whether groups that have a fallback are taken apart.
  func lead(page: Double, opened: Bool = false) -> Double {
    guard case .group(let group) = self else { return height }
    if group.isKept, height <= page, !(opened && group.fallback != nil) { return height }
    return (group.isKept ? group.fallback ?? group.pieces : group.pieces).lead(page: page, opened: opened)
  }

  /// The bookmarks inside a piece that is drawn as a whole.
  var bookmarks: [(title: String, level: Int)] {
    switch self {
    case .bookmark(let title, let level): [(title, level)]
    case .group(let group): group.pieces.flatMap(\.bookmarks)
    case .box, .gap, .divider: []
    }
  }

  /// Draws the whole piece without page breaks.
  package func draw(on canvas: Canvas, y: Double) {
    switch self {
    case .box(_, let draw), .divider(_, let draw): draw(canvas, y)
    case .gap, .bookmark: break
    case .group(let group):
      group.background?(canvas, y, height)
      if let tag = group.tag { canvas.begin(tag) }
      group.pieces.draw(on: canvas, y: y)
      if let tag = group.tag { canvas.end(tag) }
    }
  }
}

extension [Piece] {
  package var height: Double { reduce(0) { $0 + $1.height } }

  func lead(page: Double, opened: Bool = false) -> Double {
    var total = 0.0
    for piece in self {
      switch piece {
      case .group(let group) where group.isHeading: total += piece.height
      case .box, .group: return total + piece.lead(page: page, opened: opened)
      case .gap, .divider, .bookmark: total += piece.height
      }
    }
    return total
  }

  package func draw(on canvas: Canvas, y: Double) {
    var top = y
    for piece in self {
      piece.draw(on: canvas, y: top)
      top += piece.height
    }
  }
}
