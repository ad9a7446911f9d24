import Typesetting

/// A QR code in half blocks, with two rows of modules on each line: dark on light, whatever the terminal's colours.
enum TerminalQRCode {
  private static let quietZone = 4

  static func lines(_ code: QRCode) -> [String] {
    func isDark(_ row: Int, _ column: Int) -> Bool {
      (0..<code.size).contains(row) && (0..<code.size).contains(column) && code.isDark(row: row, column: column)
    }
    let span = -quietZone..<code.size + quietZone
    return stride(from: span.lowerBound, to: span.upperBound, by: 2).map { row in
      let blocks = span.map { column in
        switch (isDark(row, column), isDark(row + 1, column)) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
      }
      return "\u{1B}[30;107m" + blocks.joined() + "\u{1B}[0m"
    }
  }
}
