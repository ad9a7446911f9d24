import Clinical

/// The body chart as text: front and back side by side, with the marked regions numbered.
package enum BodyChartText {
  /// A character cell is about twice as high as wide, so the grid of a view becomes 25 by 27 cells.
  private static let columns = 25
  private static let rows = 27
  private static let gap = 6

  /// - Parameter marked: the regions in the order of their signs: 1 to 9, then a to z, then + for all others.
  package static func lines(_ marked: [BodyRegion.ID], _ pack: ContentPack, width: Int, colour: Bool) -> [String] {
    let views: [BodyRegion.View] = [.front, .back]
    let drawings = views.map { draw($0, marked, pack, colour: colour) }
    let names = ["front", "back"].map { StyledText($0, .dim).rendered(colour, padding: columns - $0.count) }
    let margin = String(repeating: " ", count: gap)
    if width >= 2 * columns + gap {
      return [names.joined(separator: margin)] + zip(drawings[0], drawings[1]).map { $0 + margin + $1 }
    }
    return zip(names, drawings).flatMap { [$0] + $1 }
  }

  private static func draw(_ view: BodyRegion.View, _ marked: [BodyRegion.ID], _ pack: ContentPack, colour: Bool)
    -> [String]
  {
    let regions = pack.regions.filter { $0.view == view }
    return (0..<rows).map { row in
      (0..<columns).map { column in
        let x = (Double(column) + 0.5) * BodyRegion.grid.width / Double(columns)
        let y = (Double(row) + 0.5) * BodyRegion.grid.height / Double(rows)
        let here = regions.filter { $0.shape.contains(x, y) }
        guard !here.isEmpty else { return " " }
        let number = marked.firstIndex { id in here.contains { $0.id == id } }
        return number.map { StyledText(sign($0), .red).rendered(colour) } ?? StyledText("·", .dim).rendered(colour)
      }.joined()
    }
  }

  /// Returns the sign of the region at an index of the list, in the drawing and beside its words.
  package static func sign(_ index: Int) -> String { index < 35 ? String(index + 1, radix: 36) : "+" }
}

extension BodyRegion.Ellipse {
  fileprivate func contains(_ x: Double, _ y: Double) -> Bool {
    let dx = (x - cx) / rx
    let dy = (y - cy) / ry
    return dx * dx + dy * dy <= 1
  }
}
