import Typesetting

/// The parser's help, fitted to a terminal. The parser does not wrap the usage and some hints.
struct HelpText {
  /// The fewest columns for which the parser can word its help.
  static let narrowest = 40

  let text: String

  func lines(upTo width: Int) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A completion script, or the commands as JSON, is not for a person to read.
    guard lines.contains(where: { $0.lowercased().hasPrefix("usage: ") }) else { return lines }
    return lines.flatMap { $0.count <= width ? [$0] : Self.hang($0, width) }
  }

  /// Wraps a line with a hanging indent: below its first letter, or below the first letter after `USAGE: `, but less far
  /// where there is little room.
  private static func hang(_ line: String, _ width: Int) -> [String] {
    let start = line.prefixMatch(of: /\ *(usage:\ )?/.ignoresCase())?.output.0 ?? ""
    let lead = String(start.prefix(max(7, width / 3)))
    let margin = String(repeating: " ", count: lead.count)
    return keepingBrackets(line.dropFirst(start.count)).lines(upTo: width - lead.count).enumerated().map {
      ($0 == 0 ? lead : margin) + $1.replacing("\u{A0}", with: " ")
    }
  }

  /// Returns the words such that an option and its value stay on one line.
  private static func keepingBrackets(_ words: Substring) -> String {
    String(words).replacing(/\[[^\]]*\]/) { $0.output.replacing(" ", with: "\u{A0}") }
  }
}
