import Foundation
import Handout
import TestSupport

/// The law of equality: the paper and the text export hold the same sequence of characters.
///
/// The rule of comparison: the line `Page n of m` at the foot of each page is left out. Of the text, the lines under
/// headings and the boxes to tick are left out: they are drawn on paper. Then white space and characters that have no
/// glyph (Unicode Default_Ignorable_Code_Point) are removed from both, and the rest must be equal in NFC.
///
/// It holds for `pdftotext -raw`, which keeps the order of the file. Without it Poppler sorts letters by where they stand,
/// which reorders lines of mixed direction, and takes a hyphen at the end of a line for one that a typesetter put
/// there.
///
/// Vowel signs of Hebrew and Arabic are not compared: the file holds them in order, but Poppler sorts them by where
/// they stand on the line.
package struct Words: Equatable {
  package let characters: String

  /// Text extracted by `pdftotext`.
  package init(paper text: String) {
    self.init(
      lines: text.split(separator: "\u{0C}").flatMap { page in
        var lines = page.split(separator: "\n")
        if let foot = lines.lastIndex(where: { $0.wholeMatch(of: /\s*Page \d+ of \d+\s*/) != nil }) {
          lines.remove(at: foot)
        }
        return lines
      })
  }

  /// Text as exported.
  package init(export text: String) {
    var previous: Substring = ""
    self.init(
      lines: text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
        defer { previous = line }
        let isRule = !previous.isEmpty && line.wholeMatch(of: /=+|-{2,}|~{2,}/) != nil
        let isBoxes = line.wholeMatch(of: /\s{3}((\[ \])+|-)( ((\[ \])+|-))*/) != nil
        return !isRule && !isBoxes
      })
  }

  private init(lines: [Substring]) {
    let scalars = lines.joined(separator: "\n").precomposedStringWithCanonicalMapping.unicodeScalars
    let kept = scalars.filter {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint && !Self.isVowelSign($0)
        && $0.value >= 0x20
    }
    characters = String(String.UnicodeScalarView(kept)).replacing("[]", with: "")
  }

  private static func isVowelSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x591...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x670: true
    default: false
    }
  }
}

extension Words: CustomStringConvertible {
  package var description: String { characters }

  /// Describes the first difference, with the characters before it; nil when there is none.
  package func difference(from other: Words) -> String? {
    if self == other { return nil }
    let (mine, theirs) = (Array(characters.unicodeScalars), Array(other.characters.unicodeScalars))
    let place = zip(mine, theirs).prefix { $0 == $1 }.count
    func cut(_ scalars: [Unicode.Scalar]) -> String {
      String(String.UnicodeScalarView(scalars[max(0, place - 20)..<min(scalars.count, place + 20)]))
    }
    return "\(cut(mine)) / \(cut(theirs))"
  }
}

/// A printed file on disk for the tools of Poppler and qpdf.
package struct PrintedFile {
  package let url: URL

  package init(_ bytes: [UInt8]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: url)
  }

  package func remove() { try? FileManager.default.removeItem(at: url) }

  /// Returns the standard output of a tool that is run on the file; throws what it printed when it fails.
  package func output(of tool: String, _ options: [String] = [], then last: [String] = []) async throws -> String {
    let run = try await ProgramRun.of(URL(filePath: "/usr/bin/\(tool)"), options + [url.path] + last)
    struct ToolFailed: Error, CustomStringConvertible { let description: String }
    guard run.status == 0 else { throw ToolFailed(description: "\(tool): \(run.errorText)\(run.text)") }
    return run.text
  }
}

extension Handout {
  /// How paper and text differ; nil when they carry the same words.
  package func inequality(
    paper: Paper = .a4, largePrint: Bool = false, mode: String? = "-raw", width: Int = 72
  ) async throws -> String? {
    let file = try PrintedFile(pdf(paper: paper, largePrint: largePrint))
    defer { file.remove() }
    let printed = try await file.output(of: "pdftotext", mode.map { [$0] } ?? [], then: ["-"])
    return Words(export: text(width: width)).difference(from: Words(paper: printed))
  }
}
