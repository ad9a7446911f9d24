import CPangoCairo

/// A JPEG to print. Its bytes are put into the file as they are.
package struct Photograph {
  let jpeg: [UInt8]
  package let width: Int
  package let height: Int

  /// Returns nil for what is not a JPEG.
  package init?(jpeg: [UInt8]) {
    guard let size = Self.size(of: jpeg) else { return nil }
    self.jpeg = jpeg
    (width, height) = size
  }

  /// Reads the size from the frame header (ITU-T T.81, B.2.2).
  private static func size(of jpeg: [UInt8]) -> (Int, Int)? {
    guard jpeg.starts(with: [0xFF, 0xD8]) else { return nil }
    func number(at place: Int) -> Int { Int(jpeg[place]) << 8 | Int(jpeg[place + 1]) }
    var place = 2
    while place + 9 <= jpeg.count, jpeg[place] == 0xFF {
      // The frame headers are C0 to CF, among which C4, C8 and CC are something else.
      if (0xC0...0xCF).contains(jpeg[place + 1]), ![0xC4, 0xC8, 0xCC].contains(jpeg[place + 1]) {
        let (height, width) = (number(at: place + 5), number(at: place + 7))
        return width > 0 && height > 0 ? (width, height) : nil
      }
      place += 2 + number(at: place + 2)
    }
    return nil
  }
}

extension Canvas {
  /// Draws a photograph as large as a panel allows, in its middle.
  package func draw(_ photograph: Photograph, x: Double, y: Double, width: Double, height: Double) {
    guard
      let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(photograph.width), Int32(photograph.height))
    else { return }
    defer { cairo_surface_destroy(surface) }
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: photograph.jpeg.count)
    _ = bytes.initialize(from: photograph.jpeg)
    cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, bytes.baseAddress, UInt(bytes.count), { $0?.deallocate() }, bytes.baseAddress)
    let scale = min(width / Double(photograph.width), height / Double(photograph.height))
    cairo_save(context)
    cairo_translate(
      context, x + (width - scale * Double(photograph.width)) / 2, y + (height - scale * Double(photograph.height)) / 2)
    cairo_scale(context, scale, scale)
    cairo_set_source_surface(context, surface, 0, 0)
    cairo_paint(context)
    cairo_restore(context)
  }
}
