/// How large the parts are that can be larger or smaller, so that pages come out full and few.
struct Fit {
  /// The size of pictures, as a factor.
  var picture = 1.0
  /// The height of the rows to tick off, as a factor.
  var row = 1.0
  /// The room above a heading, as a factor.
  var space = 1.0
  /// Whether the body is drawn beside the regions, which are always named.
  var hasBody = true
  /// The size of everything that is printed, as a factor.
  var text = 1.0

  /// The choices, the best to read first and the shortest last. Those that differ only in the rows of the sheet at the end
  /// stand together.
  static let all: [[Fit]] =
    [1.1, 0.95, 0.8].map { picture in
      [1.25, 1.4, 1.6, 1.1, 1.8, 2, 2.3, 1, 0.9].map { row in Fit(picture: picture, row: row) }
    } + [true, false].map { [Fit(picture: 0.76, row: 0.88, space: 0.6, hasBody: $0)] }

  /// What is tried where a plan would have more than five pages.
  static let tight: [[Fit]] = [0.96, 0.92].map { text in
    [1, 0.88].map { Fit(picture: 0.76, row: $0, space: 0.6, hasBody: false, text: text) }
  }
  static let mostPages = 5
}
