/// The fixed words of the plan.
enum Wording {
  static let why = "Why:"
  static let howToDoIt = "How to do it"
  static let goOn = "How to go on:"
  static let stopIf = "Stop if"
}

extension String {
  /// Ends as a sentence does.
  var sentence: String {
    guard let last else { return self }
    return ".!?".contains(last) ? self : self + "."
  }

  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension Double {
  /// Without a fraction when it has none.
  var inFigures: String { Int(exactly: self).map(String.init) ?? String(self) }
}

extension Int {
  /// A count and its noun, as `1 minute` and `2 minutes`.
  func of(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }

  /// Up to twelve in letters.
  var inWords: String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    return words.indices.contains(self) ? words[self] : String(self)
  }
}
