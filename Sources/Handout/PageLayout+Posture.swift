import Typesetting

extension PageLayout {
  /// Returns what a photo measured, in words, with the figure of the posture beside it.
  func posture(_ posture: Handout.Posture) -> [Piece] {
    let (width, height) = (120.0, 190.0)
    let figure = FigureBeside(width: width, height: height, alternative: alternative(of: posture)) { canvas, x, y in
      draw(posture, on: canvas, x: x, y: y, width: width, height: height)
    }
    return illustrated(posture.title, { facts(posture.measures, room: $0) }, by: figure)
  }

  private func alternative(of posture: Handout.Posture) -> String {
    words.postureFigure(posture.title, measures: posture.measures.map { "\($0.label) \($0.value)" })
  }

  /// Draws the plumb line, then the earlier posture in dashes, and this one over it.
  private func draw(
    _ posture: Handout.Posture, on canvas: Canvas, x: Double, y: Double, width: Double, height: Double
  ) {
    canvas.rectangle(x: x, y: y, width: width, height: height, radius: 5, fill: theme.tint)
    let all = (posture.lines + posture.earlier).joined()
    let (left, right) = (min(0, all.map(\.x).min() ?? 0), max(0, all.map(\.x).max() ?? 0))
    let top = max(1, all.map(\.y).max() ?? 1)
    let unit = min((width - 24) / max(right - left, 1), (height - 24) / top)
    func place(_ spot: Handout.Posture.Spot) -> Point {
      Point(x + width / 2 + (spot.x - (left + right) / 2) * unit, y + height - 12 - spot.y * unit)
    }
    canvas.line(
      [place(.init(x: 0, y: top)), place(.init(x: 0, y: 0))], colour: theme.muted, width: 0.8, dash: [1, 3])
    for line in posture.earlier { canvas.line(line.map(place), colour: theme.cue, width: 1.4, dash: [4, 3]) }
    for line in posture.lines {
      canvas.line(line.map(place), colour: theme.accent, width: 1.8)
      for spot in line { canvas.disc(place(spot), radius: 2.4, fill: theme.accent) }
    }
  }
}
