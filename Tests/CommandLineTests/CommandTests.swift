import Foundation
import TestSupport
import Testing

/// The built program against a real instance: exit codes, streams, dry runs.
@Suite(.serialized) struct CommandTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test(
    arguments: [
      (["client", "show", "nobody of this name"], 3), (["intake", "show", "zzzz"], 3), (["plan", "show", "zzzz"], 3),
      (["plan", "export", "zzzz"], 3), (["clinet"], 64), (["client", "add"], 64), (["client", "add", ""], 64),
      (["client", "add", "A", "--birth-date", "1988-02-30"], 64), (["client", "list", "--columns", "nonsense"], 64),
      (["intake", "start", "zzzz"], 64), (["assess", "/nonexistent"], 64), (["practice", "add", "X"], 4),
    ] as [([String], Int32)])
  func badInputHasItsExitCodeAndANextStep(arguments: [String], status: Int32) async throws {
    let run = try await scratch.run(arguments, as: arguments[0] == "assess" || arguments[0] == "clinet" ? nil : .mira)
    #expect(run.status == status, "\(run.errorText)")
    #expect(run.output.isEmpty, "an error leaves standard output alone")
    #expect(!run.errorText.isEmpty)
  }

  @Test func aDatabaseThatIsAwayIs69() async throws {
    let run = try await scratch.run(
      ["client", "list"], environment: ["PGSERVICE": "", "PGHOST": "/nonexistent", "PGSERVICEFILE": "/dev/null"])
    #expect(run.status == 69, "\(run.errorText)")
    #expect(run.errorText.contains("plumbline doctor"))
  }

  @Test func aFolderThatIsGoneIsNoReasonToHang() async throws {
    let program = scratch.programs.appending(path: "plumbline").path
    let script = "cd $(mktemp -d); rmdir $PWD; exec timeout 60 \(program) version"
    let run = try await ProgramRun.of(URL(filePath: "/bin/sh"), ["-c", script])
    #expect(run.status == 0 && run.text.contains("content"), "\(run.status): \(run.errorText)")
  }

  @Test func namesAllMissingOptionsAtOnce() async throws {
    let run = try await scratch.run(["intake", "flag", "zzzz"], as: .mira)
    #expect(run.status == 64)
    for option in ["--ack", "--action", "--note-file"] { #expect(run.errorText.contains(option)) }
  }

  @Test(arguments: [
    "not json", "{\"answers\": {\"pain.present\": 7}}", "{\"no.such.question\": \"yes\"}", "{}", "[]", "",
  ])
  func refusesAnswersItCannotReadAndSavesNothing(text: String) async throws {
    let client = try await scratch.newClient("Bad input \(UUID().uuidString.prefix(8))")
    let run = try await scratch.run(["intake", "start", client, "--from-json", "-"], as: .mira, input: text)
    #expect(run.status == 64, "\(run.errorText)")
    let intakes = try await scratch.run(["intake", "list", "--json"], as: .mira)
    #expect(!intakes.text.contains(client))
  }

  @Test(arguments: [
    "{\"findings\": {\"pf.fhp_cva\": {\"left\": 999}}}", "{\"findings\": {\"pf.nothing\": 1}}", "{\"findings\": 3}",
  ])
  func refusesFindingsOutOfBounds(text: String) async throws {
    let client = try await scratch.newClient("Bounds \(UUID().uuidString.prefix(8))")
    let run = try await scratch.run(["evaluation", "new", client, "--from-json", "-"], as: .mira, input: text)
    #expect(run.status == 64, "\(run.errorText)")
  }

  @Test func aDryRunChangesNothing() async throws {
    let name = "Dry \(UUID().uuidString.prefix(8))"
    let client = try await scratch.newClient(name)
    let before = try await scratch.run(["client", "list", "--all", "--search", name, "--json"], as: .mira).text
    for command in [
      ["client", "add", "\(name) two"], ["client", "edit", client, "--set", "phone=+351 5550"],
      ["client", "archive", client],
      ["client", "assign", client, "Jonas"], ["client", "erase", client], ["invite", "link", client],
    ] {
      let run = try await scratch.run(command + ["--dry-run"], as: .mira)
      #expect(run.status == 0, "\(command): \(run.errorText)")
      #expect(run.text.contains("would"))
    }
    #expect(try await scratch.run(["client", "list", "--all", "--search", name, "--json"], as: .mira).text == before)
  }

  @Test(arguments: [
    ["plan", "template", "delete", "no such template"], ["invite", "revoke", "zzzz"], ["client", "archive", "zzzz"],
    ["plan", "issue", "zzzz"], ["evaluation", "sign", "zzzz"],
  ])
  func aDryRunOfWhatIsNotThereSaysSo(command: [String]) async throws {
    let run = try await scratch.run(command + ["--dry-run"], as: .mira)
    #expect(run.status == 3, "\(run.text)\(run.errorText)")
  }

  /// `--note-file <(...)` of the shell passes the name of a pipe.
  @Test func aFileMayBeAPipe() async throws {
    let client = try await scratch.newClient("Pipe \(UUID().uuidString.prefix(8))")
    let program = scratch.programs.appending(path: "plumbline").path
    let run = try await ProgramRun.of(
      URL(filePath: "/bin/bash"),
      ["-c", "'\(program)' client note \(client) --note-file <(echo a note) --service mira"])
    #expect(run.status == 0, "\(run.errorText)")
  }

  @Test func stringsComeBackByteForByte() async throws {
    let name = "=cmd|' /C calc'!A0 [2J 陈波 e\u{301} 🧘🏽 \u{202E}x"
    let client = try await scratch.newClient(name)
    let shown = try await scratch.json(["client", "show", client])["name"] as? String
    #expect(shown.map { Array($0.utf8) } == Array(name.utf8))
    let csv = try await scratch.run(["client", "list", "--csv", "--columns", "name"], as: .mira).text
    #expect(csv.contains("'=cmd|"))
    #expect(!csv.contains("\u{202E}"), "a table of text for a spreadsheet may be looked at in a terminal")
  }

  @Test func aClientIsArchivedRestoredAndUndone() async throws {
    let client = try await scratch.newClient("Undo \(UUID().uuidString.prefix(8))")
    _ = try await scratch.json(["client", "edit", client, "--set", "phone=+1 555 010"])
    #expect(try await scratch.json(["client", "show", client])["phone"] as? String == "+1 555 010")
    _ = try await scratch.json(["client", "edit", client, "--set", "phone="])
    #expect(try await scratch.json(["client", "show", client])["phone"] is NSNull)
  }

  @Test func aMergeIsTakenBackOnBothSides() async throws {
    let tag = UUID().uuidString.prefix(8)
    let gone = try await scratch.newClient("Merge \(tag) from")
    let kept = try await scratch.newClient("Merge \(tag) into")
    _ = try await scratch.json(["client", "edit", gone, "--set", "email=\(tag)@example.org"])
    let merged = try await scratch.json(["client", "merge", gone, kept, "--yes"])
    #expect(merged["email"] as? String == "\(tag)@example.org", "what only one side has is taken over")
    _ = try await scratch.json(["client", "unmerge", gone])
    #expect(try await scratch.json(["client", "show", kept])["email"] is NSNull)
    #expect(try await scratch.json(["client", "show", gone])["email"] as? String == "\(tag)@example.org")
  }

  @Test func assessPrintsWhatTheOraclePrints() async throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "ClinicalTests")
    let cases =
      try JSONSerialization.jsonObject(with: Data(contentsOf: tests.appending(path: "Data/cases.json")))
      as? [String: Any]
    let first = try #require((cases?["cases"] as? [[String: Any]])?.first)
    let file = FileManager.default.temporaryDirectory.appending(path: "case-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try JSONSerialization.data(withJSONObject: first).write(to: file)
    let ours = try await scratch.run(["assess", file.path])
    let assessed = try JSONSerialization.jsonObject(with: Data(ours.output)) as? [String: Any]
    let expected = try #require(first["expected"] as? [String: Any])
    #expect(assessed?["redflags"] as? [String] == expected["redflags"] as? [String])
    let plan = try #require(expected["plan"] as? [String: Any])
    #expect((assessed?["plan"] as? [String: Any])?["draft"] as? [String] == plan["draft"] as? [String])
  }
}
