import CQRencode

/// A QR code (ISO/IEC 18004) with medium error correction.
package struct QRCode {
  /// The number of modules on a side, without the quiet zone.
  package let size: Int
  private let modules: [Bool]

  /// Makes the code; nil if the text is too long for any code.
  package init?(_ text: String) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let size = Int(code.pointee.width)
    self.size = size
    modules = UnsafeBufferPointer(start: code.pointee.data, count: size * size).map { $0 & 1 == 1 }
  }

  package func isDark(row: Int, column: Int) -> Bool { modules[row * size + column] }

  /// Draws the code with its quiet zone of four modules into a square, as one line for each run of dark modules.
  package func draw(on canvas: Canvas, x: Double, y: Double, side: Double) {
    // A multiple of a quarter point, so that rounding keeps all modules equally wide.
    let module = (side / Double(size + 8) * 4).rounded(.down) / 4
    let margin = (side - Double(size) * module) / 2
    canvas.at(Point((x + margin).rounded(), (y + margin).rounded()), scale: module) {
      // Rows overlap slightly, or thin gaps would show on a screen.
      canvas.lines((0..<size).flatMap(runs), colour: InkColour(0x000000), width: 1.04)
    }
  }

  private func runs(inRow row: Int) -> [(from: Point, to: Point)] {
    var runs: [(from: Point, to: Point)] = []
    var column = 0
    while column < size {
      let start = column
      while column < size, isDark(row: row, column: column) { column += 1 }
      if column > start { runs.append((Point(Double(start), Double(row)), Point(Double(column), Double(row)))) }
      column += 1
    }
    return runs
  }
}
