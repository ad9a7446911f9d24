import CQRencode

/// A QR code (ISO/IEC 18004) of medium error correction.
package struct QRCode {
  /// Modules a side, without the quiet zone.
  package let size: Int
  private let modules: [Bool]

  /// Nil if the text is too long for any code.
  package init?(_ text: String) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let size = Int(code.pointee.width)
    self.size = size
    modules = UnsafeBufferPointer(start: code.pointee.data, count: size * size).map { $0 & 1 == 1 }
  }

  package func isDark(row: Int, column: Int) -> Bool { modules[row * size + column] }

  /// Draws it with its quiet zone of four modules into a square, a stroke for each run of dark modules.
  package func draw(on canvas: Canvas, x: Double, y: Double, side: Double) {
    let module = side / Double(size + 8)
    canvas.at(Point(x + 4 * module, y + 4 * module), scale: module) {
      for row in 0..<size {
        var column = 0
        while column < size {
          let start = column
          while column < size, isDark(row: row, column: column) { column += 1 }
          if column > start {
            // Rows overlap by a hair, or seams show on screen.
            canvas.rectangle(
              x: Double(start), y: Double(row), width: Double(column - start), height: 1.04, radius: 0,
              fill: Colour(0x000000))
          } else {
            column += 1
          }
        }
      }
    }
  }
}
