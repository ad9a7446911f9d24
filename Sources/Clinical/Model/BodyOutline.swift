/// A standing figure on the grid of the body chart, the same on the screen and on paper.
package enum BodyOutline {
  package typealias Place = (x: Double, y: Double)

  /// One half of a standing figure, from the crown down the outside and up the inside of the leg. x counts from the
  /// middle.
  private static let half: [(Double, Double)] = [
    (0, 3), (5.6, 4.2), (9, 9), (9.4, 16), (8, 22), (5.4, 26.6), (5, 31), (8.4, 34), (16, 36), (22.4, 38.4),
    (26.8, 43), (28.4, 51), (29.2, 61), (30.8, 71), (33, 83), (35, 94), (36.4, 100), (39.6, 106), (40.4, 112),
    (38.6, 118), (35.4, 118.4), (33.2, 112), (31.8, 104.5), (30, 98.5), (27.2, 88), (25, 76), (23.2, 66), (21, 56.5),
    (20.6, 63), (19, 74), (17.6, 83), (18.8, 92), (20.8, 100), (21.6, 108), (20.8, 122), (18.8, 138), (16.8, 150),
    (17, 160), (17.4, 172), (15.4, 188), (13.2, 200), (13.6, 208), (16, 214), (14.4, 218.4), (6.6, 218.4),
    (5.2, 211), (6, 202), (5.4, 190), (4, 176), (4.8, 164), (4.4, 152), (2.8, 136), (1.4, 120), (0, 113.5),
  ]

  /// The closed line round the figure, to be drawn as a smooth curve.
  package static let points: [Place] =
    half.map { (50 + $0.0, $0.1) } + half.dropFirst().dropLast().reversed().map { (50 - $0.0, $0.1) }

  /// The light lines inside the outline that distinguish the front from the back.
  package static let frontLines = mirrored([
    [(3, 37), (9, 38.6), (17, 37.6)], [(2, 60), (8, 62.6), (15, 59.6)], [(1.5, 113), (8, 108), (14, 101)],
    [(5, 151), (9, 154), (13, 151)],
  ])
  package static let backLines =
    mirrored([
      [(7.6, 44), (6.4, 52), (10, 59), (16, 57)], [(2, 113), (8, 115.5), (15, 112)], [(5, 152), (9, 151), (13, 152.6)],
    ]) + [[(50, 36), (50, 60), (50, 94)], [(50, 101), (50, 112)]]

  private static func mirrored(_ lines: [[(Double, Double)]]) -> [[Place]] {
    lines.flatMap { line in [line.map { (50 + $0.0, $0.1) }, line.map { (50 - $0.0, $0.1) }] }
  }
}
