/// An opaque colour in sRGB.
package struct InkColour: Sendable, Hashable {
  let red: Double
  let green: Double
  let blue: Double

  /// - Parameter hex: `0xRRGGBB`.
  package init(_ hex: UInt32) {
    // Three digits are enough for 256 steps, and a file repeats its colours hundreds of times.
    func part(_ shift: UInt32) -> Double { (Double(hex >> shift & 0xFF) / 255 * 1000).rounded() / 1000 }
    (red, green, blue) = (part(16), part(8), part(0))
  }
}
