/// The distribution of pieces over pages.
struct Flow {
  enum Step {
    case begin(Tag)
    case end(Tag)
    case draw(Piece, y: Double)
    case bookmark(title: String, level: Int, y: Double)
    case turnPage
  }

  private(set) var steps: [Step] = []
  private(set) var pageCount = 1
  private let top: Double
  private let limit: Double
  private var y: Double
  private var isFresh = true
  /// The index of the first step on the current page.
  private var firstStep = 0
  /// How much of each finished page is used, from 0 to 1.
  private var fills: [Double] = []
  /// A divider that is drawn only if something follows it on the same page.
  private var divider: (piece: Piece, y: Double)?

  init(page: PageFormat) {
    top = page.top
    limit = page.height - page.bottom
    y = top
  }

  private var pageHeight: Double { limit - top }

  /// The least of a page that is used when it looks full.
  private static let full = 2.0 / 3

  /// Whether every page but the last looks full.
  var isFull: Bool { fills.dropLast().allSatisfy { $0 >= Self.full } }

  /// Whether the last page looks full, too. The only page of a document always does.
  var endsFull: Bool { fills.count < 2 || (fills.last ?? 1) >= Self.full }

  /// Whether the page would look nearly empty if it ended here.
  private var isHardlyUsed: Bool { y - top < Self.full * pageHeight }

  /// Ends the last page.
  mutating func finish() { fills.append((y - top) / pageHeight) }

  mutating func turnPage() {
    spread()
    fills.append((y - top) / pageHeight)
    steps.append(.turnPage)
    pageCount += 1
    firstStep = steps.count
    y = top
    isFresh = true
    divider = nil
  }

  mutating func place(_ pieces: [Piece]) {
    for (index, piece) in pieces.enumerated() {
      if case .group(let group) = piece, group.isHeading {
        breakUnlessFits(Array(pieces[index...]).lead(page: pageHeight, opened: isHardlyUsed))
      }
      place(piece)
    }
  }

  private mutating func place(_ piece: Piece) {
    switch piece {
    case .gap(let height):
      if !isFresh { y += height }
    case .divider(let height, _):
      if isFresh { return }
      divider = (piece, y)
      y += height
    case .bookmark(let title, let level): steps.append(.bookmark(title: title, level: level, y: y))
    case .box(let height, _):
      breakUnlessFits(height)
      draw(piece)
    case .group(let group):
      // A group with a fallback is taken apart rather than that it leaves a page nearly empty.
      let leavesRoom = group.fallback != nil && y + piece.height > limit && isHardlyUsed
      if group.isKept, piece.height <= pageHeight, isFresh || !leavesRoom {
        breakUnlessFits(piece.height)
        draw(piece)
      } else {
        placeOpen(group)
      }
    }
  }

  /// Places a group that may run over several pages. Its background is not drawn then.
  private mutating func placeOpen(_ group: Piece.Group) {
    let pieces = group.isKept ? group.fallback ?? group.pieces : group.pieces
    // The page must turn before the tag opens, or Cairo 1.16 would take the footer for the content of the tag.
    breakUnlessFits(pieces.lead(page: pageHeight, opened: isHardlyUsed))
    drawDivider()
    if let tag = group.tag { steps.append(.begin(tag)) }
    place(pieces)
    if let tag = group.tag { steps.append(.end(tag)) }
  }

  private mutating func drawDivider() {
    if let divider { steps.append(.draw(divider.piece, y: divider.y)) }
    divider = nil
  }

  private mutating func draw(_ piece: Piece) {
    drawDivider()
    steps += piece.bookmarks.map { .bookmark(title: $0.title, level: $0.level, y: y) }
    steps.append(.draw(piece, y: y))
    y += piece.height
    isFresh = false
  }

  /// Distributes some of the room left at the end of a page among its dividers.
  private mutating func spread() {
    let places = steps.indices.dropFirst(firstStep).filter { steps[$0].isDivider }
    guard !places.isEmpty else { return }
    let share = min(max(0, limit - y) / Double(places.count), Self.mostSpread)
    y += share * Double(places.count)
    for place in places {
      steps[place].move(by: share / 2)
      for later in steps.indices.dropFirst(place + 1) { steps[later].move(by: share) }
    }
  }

  private static let mostSpread = 16.0

  private mutating func breakUnlessFits(_ height: Double) {
    if !isFresh, y + height > limit + 0.01 { turnPage() }
  }
}

extension Flow.Step {
  fileprivate var isDivider: Bool { if case .draw(let piece, _) = self { piece.isDivider } else { false } }

  fileprivate mutating func move(by distance: Double) {
    switch self {
    case .draw(let piece, let y): self = .draw(piece, y: y + distance)
    case .bookmark(let title, let level, let y): self = .bookmark(title: title, level: level, y: y + distance)
    case .begin, .end, .turnPage: break
    }
  }
}
