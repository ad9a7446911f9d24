import Foundation
import TestSupport
import Testing

/// `form check` on the product's own pack, as it is and with one thing spoiled.
@Suite struct FormCheckTests {
  private static let content = URL(filePath: #filePath).appending(path: "../../../sql/content").standardized

  @Test func ourFormHasNoFaults() async throws {
    let run = try await check([])
    #expect(run.status == 0, "\(run.errorText)")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    let pages = try #require(report["pages"] as? [[String: Any]])
    #expect(!pages.isEmpty)
    #expect(pages.allSatisfy { ($0["grade"] as? Double ?? 99) <= 8 && ($0["bytes"] as? Int ?? 0) > 100 })
  }

  struct Spoiling: CustomTestStringConvertible {
    let testDescription: String
    /// The text in questions.json, and its replacement.
    let text: String
    let spoiled: String
    let fault: String
  }

  static let spoilings = [
    Spoiling(
      testDescription: "a question without a label", text: "\"Who fills this in?\"", spoiled: "\"  \"",
      fault: "visit.filled_by: has no label"),
    Spoiling(
      testDescription: "two choices alike", text: "\"I do, for myself\"", spoiled: "\"A partner or relative\"",
      fault: "tell them apart"),
    Spoiling(
      testDescription: "a page of long words", text: "\"Your own words are best.\"",
      spoiled: "\"" + String(repeating: "Notwithstanding individualisation considerations ", count: 20) + "\"",
      fault: "page 2: reads at grade"),
    Spoiling(
      testDescription: "a page of too many words", text: "\"About you\"",
      spoiled: "\"" + String(repeating: "So. ", count: 3000) + "\"", fault: "move questions to another page"),
    Spoiling(
      testDescription: "a branch nobody reaches", text: #""id": "visit.goals""#,
      spoiled: #"""
        "show_if": {"all": [{"q": "visit.filled_by", "op": "eq", "v": "self"},
          {"q": "visit.filled_by", "op": "eq", "v": "family"}]}, "id": "visit.goals"
        """#, fault: "visit.goals: show_if can never hold"),
  ]

  @Test(arguments: spoilings)
  func namesWhatIsWrong(spoiling: Spoiling) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-content-\(UUID())")
    try FileManager.default.copyItem(at: Self.content, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "questions.json")
    let questions = try String(contentsOf: file, encoding: .utf8)
    try #require(questions.contains(spoiling.text))
    // Also where the words for another person name it.
    try questions.replacing(spoiling.text, with: spoiling.spoiled).write(to: file, atomically: true, encoding: .utf8)

    let run = try await check([folder.path])
    #expect(run.status == 1)
    #expect(run.errorText.contains(spoiling.fault), "\(run.errorText)")
  }

  private func check(_ arguments: [String]) async throws -> ProgramRun {
    try await ScratchInstance.current().run(["form", "check"] + arguments + ["--json", "--width", "1000"])
  }
}
