import Typesetting

/// The looks of the sheet: one accent, one warning colour, and greys that survive a black-and-white printer.
struct Theme {
  let ink = Colour(0x1F2A2E)
  let muted = Colour(0x56636A)
  let rule = Colour(0xCBD5D3)
  let faint = Colour(0xE4EAE9)
  let accent = Colour(0x17605A)
  let tint = Colour(0xEDF4F2)
  let ghost = Colour(0xC1D5D1)
  let soft = Colour(0xA9C9C4)
  let warning = Colour(0x9A3A1E)
  let warningTint = Colour(0xFAF0EB)
  let cue = Colour(0xC8602F)
  let prop = Colour(0x8A979A)
  let paper = Colour(0xFFFFFF)

  /// 1 sets the body in 11 points, 1.5 in 16.5.
  let scale: Double
  var isLarge: Bool { scale > 1.2 }

  func style(
    _ size: Double, _ leading: Double, _ weight: TextStyle.Weight = .regular, _ colour: Colour? = nil
  ) -> TextStyle {
    TextStyle(size: size * scale, leading: leading * scale, weight: weight, colour: colour ?? ink)
  }

  /// Headings grow less than text in large print.
  func display(_ size: Double, _ leading: Double) -> TextStyle {
    let scale = min(scale, 1.2)
    return TextStyle(size: size * scale, leading: leading * scale, weight: .black, colour: accent)
  }

  var body: TextStyle { style(11, 15) }
  var small: TextStyle { style(9.5, 13.5, .regular, muted) }
}

extension Paper {
  var page: Page {
    switch self {
    case .a4: Page(width: 595.2756, height: 841.8898, side: 54, top: 36, bottom: 46)
    case .letter: Page(width: 612, height: 792, side: 58, top: 36, bottom: 46)
    }
  }
}
