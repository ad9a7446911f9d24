import Foundation
import TestSupport
import Testing

/// Clients from a CSV file, in the built program against a real instance.
@Suite(.serialized) struct ClientImportTests {
  private let scratch: ScratchInstance
  private let tag = UUID().uuidString.prefix(8).lowercased()

  init() throws { scratch = try ScratchInstance.current() }

  private func load(_ csv: String, _ options: String..., as service: ScratchInstance.Service = .jonas) async throws
    -> ProgramRun
  {
    try await scratch.run(["client", "import", "-"] + options, as: service, input: csv)
  }

  private func rows(_ run: ProgramRun) throws -> [[String: Any]] {
    guard run.status == 0 else { throw CommandFailed(arguments: ["client", "import"], run: run) }
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [[String: Any]])
  }

  private func words(_ rows: [[String: Any]], _ column: String) -> [String] { rows.map { $0[column] as? String ?? "" } }

  @Test func looksBeforeItAddsAndTakesItBackAsOne() async throws {
    let csv = """
      First Name;Last Name;E-Mail;Occupation;Status
      Wilma;Arriving \(tag);wilma.\(tag)@example.org;Baker;Active
      Xaver;Arriving \(tag);;;Inactive
      """
    let preview = try rows(try await load(csv, "--dry-run", "--json"))
    #expect(words(preview, "outcome") == ["would add", "would add"])
    let refused = try await load(csv)
    #expect(refused.status == 64 && refused.errorText.contains("add --yes"), "nothing is added unasked")
    #expect(try await scratch.run(["client", "list", "--search", tag], as: .jonas).text.isEmpty)

    let added = try rows(try await load(csv, "--yes", "--json"))
    #expect(words(added, "outcome") == ["added", "added"])
    let shown = try await scratch.json(["client", "show", words(added, "short_id")[0]], as: .jonas)
    #expect(shown["email"] as? String == "wilma.\(tag)@example.org")
    let notes = try await scratch.run(["client", "notes", words(added, "id")[0]], as: .jonas).text
    #expect(notes.contains("Occupation: Baker"))
    #expect(try await scratch.json(["client", "show", words(added, "id")[1]], as: .jonas)["archived"] as? Bool == true)

    let again = try rows(try await load(csv, "--yes", "--json"))
    #expect(words(again, "outcome") == ["left out", "left out"], "who is there is asked about, and never merged")
    #expect(words(again, "why").allSatisfy { $0.contains("much like") })

    _ = try await scratch.json(["client", "edit", words(added, "id")[0], "--set", "phone=+351555010"], as: .jonas)
    let first = try await scratch.run(["undo"], as: .jonas)
    #expect(first.status == 0 && first.text.contains("edited the client"), "\(first.errorText)")
    _ = try await scratch.json(["client", "note", words(added, "id")[0], "--note-file", "-"], as: .jonas, input: "x")
    #expect(try await scratch.run(["undo"], as: .jonas).text.contains("wrote a note"))
    let unasked = try await scratch.run(["undo"], as: .jonas)
    #expect(unasked.status == 5 && unasked.errorText.contains("1 client (1 more stay"), "\(unasked.errorText)")
    #expect(try await scratch.run(["undo", "--yes"], as: .jonas).status == 0)
    let left = try await scratch.run(["client", "list", "--all", "--search", tag, "--columns", "name"], as: .jonas).text
    #expect(left == "Wilma Arriving \(tag)\n", "who was edited stays, and the other is gone")
  }

  @Test func asksAboutTwinsAndSharedAddressesAndAddsThoseThatAreNamed() async throws {
    let csv = """
      Name,Email,DOB
      Yara Twin \(tag),home.\(tag)@example.org,1980-03-09
      Zeno Twin \(tag),home.\(tag)@example.org,1975-12-25
      Yara Twin \(tag),,
      ,nobody.\(tag)@example.org,
      """
    let rows = try rows(try await load(csv, "--yes", "--also", "3,5", "--json"))
    #expect(words(rows, "outcome") == ["added", "added", "left out", "left out"])
    #expect(words(rows, "why") == ["", "much like row 2", "much like row 2", "no name"])
    let names = try await scratch.run(["client", "list", "--search", tag, "--columns", "name"], as: .jonas).text
    #expect(names.split(separator: "\n").count == 2, "two people with one address stay two")
    #expect(try await scratch.run(["undo", "--yes"], as: .jonas).status == 0)
  }

  @Test(arguments: [
    ("Name\nA\u{0}\n", "NUL character in row 2"), ("Name\n\"Ana\nBo\n", "never closed"), ("", "is empty"),
    ("Straat,Plaats\nx,y\n", "no column"), ("Name,Email\nA,\nPhone,First Name,Surname\n", "row 3"),
  ])
  func saysWhatIsWrongWithAFileAndAddsNothing(csv: String, words: String) async throws {
    try await refuses(csv, words)
  }

  /// Apart from the others, since the log of the tests repeats an argument.
  @Test func saysThatAFileIsTooLarge() async throws {
    try await refuses("Name\nA\n" + String(repeating: "x", count: 17 << 20), "larger than 16 MB")
  }

  private func refuses(_ csv: String, _ words: String) async throws {
    let run = try await load(csv, "--yes")
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errorText.replacing("\n ", with: "").contains(words), "\(run.errorText)")
  }

  @Test func aFormulaIsNeitherRunNorTakenUnasked() async throws {
    let csv = "Name,Notes\n\"=HYPERLINK(\"\"http://x\"\")\",\nVeit \(tag),=1+1\n"
    let rows = try rows(try await load(csv, "-n", "--json"))
    #expect(words(rows, "outcome") == ["would leave out", "would leave out"])
    let safe = try await load(csv, "-n", "--csv")
    #expect(!safe.text.contains(",=1") && !safe.text.contains(",\"=HYPER"), "nor is it one where the report is opened")
  }

  @Test func whatThisProgramWritesForSpreadsheetsComesBackAsItWas() async throws {
    let csv = "Name,Phone\nUta \(tag),+351 912 000 0\(Int.random(in: 10...99))\n"
    let added = try rows(try await load(csv, "--yes", "--json"))
    let list = try await scratch.run(["client", "list", "--search", "Uta \(tag)", "--csv"], as: .jonas).text
    let again = try rows(try await load(list, "-n", "--json"))
    #expect(words(again, "phone") == words(added, "phone") && words(again, "name") == words(added, "name"))
    #expect(try await scratch.run(["undo", "--yes"], as: .jonas).status == 0)
  }
}
