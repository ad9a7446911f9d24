/// Values over time as one line of blocks.
package enum Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// - Parameter scale: the values for the lowest and the highest block.
  package static func draw(_ values: [Double], scale: ClosedRange<Double>) -> String {
    let span = scale.upperBound - scale.lowerBound
    return String(
      values.map { value in
        guard span > 0 else { return blocks[0] }
        let share = (min(max(value, scale.lowerBound), scale.upperBound) - scale.lowerBound) / span
        return blocks[Int((share * Double(blocks.count - 1)).rounded())]
      })
  }
}
