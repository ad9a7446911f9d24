import Typesetting

/// The appearance of documents: one accent, one warning colour, and greys that remain visible on a black-and-white
/// print.
struct Theme {
  let ink = InkColour(0x1F2A2E)
  let muted = InkColour(0x56636A)
  let rule = InkColour(0xCBD5D3)
  let faint = InkColour(0xE4EAE9)
  let accent = InkColour(0x17605A)
  let tint = InkColour(0xEDF4F2)
  let ghost = InkColour(0xC1D5D1)
  let soft = InkColour(0xA9C9C4)
  let warning = InkColour(0x9A3A1E)
  let warningTint = InkColour(0xFAF0EB)
  let cue = InkColour(0xC8602F)
  let prop = InkColour(0x8A979A)
  let paper = InkColour(0xFFFFFF)

  /// The size of print: with 1, body text has 10.5 points; with 1.5, 15.75.
  let scale: Double
  var isLarge: Bool { scale > 1.2 }

  func style(
    _ size: Double, _ leading: Double, _ weight: TextStyle.Weight = .regular, _ colour: InkColour? = nil
  ) -> TextStyle {
    TextStyle(size: size * scale, leading: leading * scale, weight: weight, colour: colour ?? ink)
  }

  /// Returns the style of a heading, which grows less than text in large print.
  func display(_ size: Double, _ leading: Double) -> TextStyle {
    let scale = min(scale, 1.2)
    return TextStyle(size: size * scale, leading: leading * scale, weight: .black, colour: accent)
  }

  var body: TextStyle { style(10.5, 14) }
  var small: TextStyle { style(9.5, 13.5, .regular, muted) }
}

extension Paper {
  var page: PageFormat {
    switch self {
    case .a4: PageFormat(width: 595.2756, height: 841.8898, side: 54, top: 36, bottom: 46)
    case .letter: PageFormat(width: 612, height: 792, side: 58, top: 36, bottom: 46)
    }
  }
}
