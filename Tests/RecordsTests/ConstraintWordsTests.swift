import Clinical
import Foundation
import PostgreSQL
import Testing

@testable import Records

/// The messages for values that break a constraint of the database.
@Suite struct ConstraintWordsTests {
  /// The checks, keys and required columns of the catalogue, with their definitions, as recorded in
  /// `sql/tests/expected/rules`.
  private static let rules: [(kind: String, name: String, definition: String)] = {
    let file = URL(filePath: #filePath).appending(path: "../../../sql/tests/expected/rules").standardized
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.compactMap { line in
      let parts = line.split(separator: "|", maxSplits: 2).map(String.init)
      guard parts.count == 3, let name = parts[1].split(separator: " ").last else { return nil }
      return (parts[0], String(name), parts[2])
    }
  }()

  /// Checks of a text that somebody types: that it is not blank, or not too long. Only the programs set lengths of
  /// bytes.
  private static let typed = rules.filter { rule in
    rule.kind == "check"
      && (rule.definition.contains("has_visible(") || rule.definition.contains(#/[( ]length\(/#)
        || rule.definition.contains(#/_years|birth_date|colour/#))
  }

  @Test func everyCheckOfWhatIsTypedHasASentence() {
    #expect(Self.typed.count > 20)
    #expect(Self.typed.map(\.name).filter { ConstraintWords.sentences[$0] == nil } == [])
  }

  @Test func everySentenceIsAboutAConstraintThatThereIs() {
    let required = Self.rules.filter { $0.kind == "not null" }.flatMap { rule in
      rule.definition.split(separator: ", ").map { "\(rule.name.split(separator: ".").last ?? "").\($0)" }
    }
    let known = Set(Self.rules.map(\.name) + required)
    #expect(ConstraintWords.sentences.keys.filter { !known.contains($0) }.sorted() == [])
  }

  @Test func noSentenceNamesAColumnOrARule() {
    for (name, sentence) in ConstraintWords.sentences {
      #expect(!sentence.contains("_") && !sentence.contains("null") && !sentence.hasSuffix("."), "\(name)")
    }
  }

  @Test func theDatabaseAndTheProgramCallTheSameTextsBlank() async throws {
    let superuser = try await Sessions.connection("superuser")
    let rows = try await superuser.query(
      Statement(
        """
        select string_agg(c::text, ',' order by c) as blank from generate_series(1, 1114111) as c
        where c not between 55296 and 57343 and not clinic.has_visible(chr(c))
        """))
    let theirs = try #require(try rows.first?.text("blank")).split(separator: ",").compactMap { UInt32($0) }
    let ours = (1...UInt32(0x10FFFF)).filter { Unicode.Scalar($0)?.isInvisible ?? false }
    #expect(theirs == ours)
  }
}
