import Foundation

/// An sRGB colour, with the contrast ratio of WCAG 2.2.
struct WebColour: Sendable, Hashable {
  /// Each 0 to 255.
  let red: Double, green: Double, blue: Double

  static let white = WebColour(red: 255, green: 255, blue: 255)

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Parses six hexadecimal digits, with or without `#`; nil for anything else.
  init?(hex text: String) {
    let digits = Array(text.utf8.drop { $0 == UInt8(ascii: "#") })
    guard digits.count == 6 else { return nil }
    var value = 0
    for digit in digits {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | Int(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | Int(digit - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | Int(digit - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    self.init(red: Double(value >> 16), green: Double(value >> 8 & 255), blue: Double(value & 255))
  }

  /// The colour as six lower-case hexadecimal digits.
  var hex: String {
    [red, green, blue].map { part in
      let digits = String(Int(part.rounded()), radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// The contrast ratio, from 1 to 21 (WCAG 2.2, 1.4.3).
  func contrast(with other: WebColour) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// The first mix with `towards` whose contrast on `ground` is at least `ratio`.
  func readable(on ground: WebColour, ratio: Double = 4.5, towards: WebColour) -> WebColour {
    for step in 0...20 {
      let mixed = mixed(with: towards, share: Double(step) / 20)
      if mixed.contrast(with: ground) >= ratio { return mixed }
    }
    return towards
  }

  private func mixed(with other: WebColour, share: Double) -> WebColour {
    func mix(_ first: Double, _ second: Double) -> Double { first + (second - first) * share }
    return WebColour(
      red: mix(red, other.red).rounded(), green: mix(green, other.green).rounded(),
      blue: mix(blue, other.blue).rounded())
  }

  private var luminance: Double {
    func linear(_ part: Double) -> Double {
      let share = part / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
