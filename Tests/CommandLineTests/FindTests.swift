import Foundation
import TestSupport
import Testing

/// Looking for words, in the built program against a real instance.
@Suite(.serialized) struct FindTests {
  let scratch: ScratchInstance
  private let word = "wort\(UUID().uuidString.prefix(8).lowercased())"

  private let tag = UUID().uuidString.prefix(8)

  init() throws { scratch = try ScratchInstance.current() }

  @Test func showsAnAnswerBehindItsQuestion() async throws {
    try await start(["visit.reason": "My \(word.uppercased()) \"hurts\"\nsince \u{1B}[2J spring. " + more])
    let lines = try await scratch.run(["find", word], as: .mira).text.split(separator: "\n")
    #expect(lines.count == 1)
    let excerpt = try #require(lines.first?.split(separator: "\t").dropFirst(3).first)
    #expect(excerpt.hasPrefix("What brings you here? My \(word.uppercased()) \"hurts\" since ␛[2J spring."))
    #expect(excerpt.hasSuffix("…"))
    #expect(!excerpt.contains("{") && !excerpt.contains("\u{1B}"))
  }

  /// The words are folded by the database, and sought in the text once more.
  @Test(arguments: [
    ("Straße", "strasse"), ("Søren", "soren"), ("Wałęsa", "walesa"), ("Παπάς", "παπασ"), ("O’Brien", "o'brien"),
  ])
  func showsThePlaceThatWasFound(written: String, typed: String) async throws {
    try await start(["visit.reason": more + more + "\(written)\(tag) and so on"])
    let text = try await scratch.run(["find", typed + tag], as: .mira).text
    #expect(text.contains("\(written)\(tag) and so on"), "\(text)")
  }

  @Test func showsThePlaceInALongNote() async throws {
    let client = try await scratch.newClient("Sought \(tag)")
    let note = more + more + "Straße\(tag) and so on"
    let noted = try await scratch.run(["client", "note", client, "--note-file", "-"], as: .mira, input: note)
    #expect(noted.status == 0, "\(noted.errorText)")
    let text = try await scratch.run(["find", "strasse\(tag)", "--kind", "note"], as: .mira).text
    #expect(text.contains("Straße\(tag) and so on"), "\(text)")
  }

  @Test func showsAChoiceAndARegionInWords() async throws {
    try await start([
      "visit.reason": word, "health.conditions": ["raynaud"],
      "pain.map": [["region": "low_back_l", "symptoms": ["pain"], "nrs": 4, "note": "\(word) note"]],
    ])
    let text = try await scratch.run(["find", "\(word) note"], as: .mira).text
    #expect(text.contains("Mark each area on the body chart"))
    #expect(text.contains("4 of 10, “\(word) note”"))
    let chosen = try await scratch.run(["find", "raynaud", "--columns", "client_name,question"], as: .mira).text
    #expect(chosen.contains("Sought \(tag)\thealth.conditions"))
  }

  @Test func findsNoNamesOfQuestionsOrMembers() async throws {
    try await start(["visit.reason": word])
    let text = try await scratch.run(["find", "visit.reason", "--columns", "client_name"], as: .mira).text
    #expect(!text.contains(tag))
  }

  @Test func looksForTheNewestOfAKindAndSaysWhenThereAreMore() async throws {
    try await start(["visit.reason": word])
    let client = try await scratch.newClient("Sought \(tag)")
    for _ in 1...2 {
      let noted = try await scratch.run(["client", "note", client, "--note-file", "-"], as: .mira, input: word)
      #expect(noted.status == 0, "\(noted.errorText)")
    }
    let intakes = try await scratch.run(
      ["find", word, "--kind", "intake", "--limit", "1", "--columns", "kind"], as: .mira)
    #expect(intakes.text == "intake\n", "newer notes do not take its place")
    #expect(!intakes.errorText.contains("there are more"))
    let notes = try await scratch.run(["find", word, "--kind", "note", "--limit", "1"], as: .mira)
    #expect(notes.text.split(separator: "\n").count == 1 && notes.errorText.contains("there are more"))
  }

  private let more = String(repeating: "and more ", count: 40)

  private func start(_ changes: [String: Any]) async throws {
    let client = try await scratch.newClient("Sought \(tag)")
    let cases = URL(filePath: #filePath).appending(path: "../../ClinicalTests/Data/cases.json").standardized
    let data = try JSONSerialization.jsonObject(with: Data(contentsOf: cases)) as? [String: Any]
    let first = try #require((data?["cases"] as? [[String: Any]])?.first)
    let answers = try #require(first["answers"] as? [String: Any]).merging(changes) { $1 }
    let text = String(decoding: try JSONSerialization.data(withJSONObject: answers), as: UTF8.self)
    _ = try await scratch.json(["intake", "start", client, "--from-json", "-"], input: text)
  }
}
