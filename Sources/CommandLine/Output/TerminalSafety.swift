extension Unicode.Scalar {
  /// Whether this is a control character, or an invisible one that reorders or hides text: C0, DEL, C1, bidi controls, line
  /// and paragraph separators, tags.
  package var steersTerminal: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C, 0xFEFF,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// The character that is shown in its place: the control picture if there is one.
  fileprivate var picture: Unicode.Scalar {
    switch value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}

extension String {
  /// The text on one line that is safe on a terminal: a stored escape sequence shows as text and does nothing.
  package var onOneLine: String { harmless(keeping: []) }

  /// The safe text with its own line breaks and tabs, for a file that may be shown on a terminal.
  package var harmless: String { harmless(keeping: ["\n", "\r", "\t"]) }

  /// The lines of the safe text.
  package var safeLines: [String] {
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { String($0).onOneLine }
  }

  private func harmless(keeping kept: Set<Unicode.Scalar>) -> String {
    guard unicodeScalars.contains(where: { $0.steersTerminal && !kept.contains($0) }) else { return self }
    var safe = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      safe.append(scalar.steersTerminal && !kept.contains(scalar) ? scalar.picture : scalar)
    }
    return String(safe)
  }
}
