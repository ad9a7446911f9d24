/// An opaque colour in sRGB.
package struct Colour: Sendable, Hashable {
  let red: Double
  let green: Double
  let blue: Double

  /// - Parameter hex: `0xRRGGBB`.
  package init(_ hex: UInt32) {
    red = Double(hex >> 16 & 0xFF) / 255
    green = Double(hex >> 8 & 0xFF) / 255
    blue = Double(hex & 0xFF) / 255
  }
}
