import Foundation
import PostgreSQL
import TestSupport
import Testing

/// The review of an intake without a terminal, in the built program against a real instance.
@Suite(.serialized) struct ReviewTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test func keepsTheRecordUnlessToldAndSaysWhatDiffers() async throws {
    let client = try await scratch.newClient("Kept \(UUID().uuidString.prefix(8))")
    _ = try await scratch.json(["client", "edit", client, "--set", "phone=+1 555 777 7777"])
    let intake = try await start(client, changing: [:])
    let run = try await scratch.run(["intake", "accept", intake, "--keep", "birth_date"], as: .mira)
    #expect(run.status == 0, "\(run.errorText)")
    #expect(run.errorText.contains("--take full_name,phone\n") || run.errorText.contains("--take full_name,phone "))
    #expect(!run.errorText.contains("555 010"), "what the client said is not for a log")
    #expect(try await record(client)["phone"] as? String == "+1 555 777 7777")
    #expect(try await record(client)["birth_date"] is NSNull, "an empty field was to be kept")
    _ = try await scratch.json(["intake", "accept", intake, "--take", "phone", "--keep-all"])
    #expect(try await record(client)["phone"] as? String == "+1 555 010 0100", "also after it was accepted")
  }

  @Test func fillsWhatTheRecordLacksAndGivesItBack() async throws {
    let client = try await scratch.newClient("Lacking \(UUID().uuidString.prefix(8))")
    let intake = try await start(client, changing: [:])
    let run = try await scratch.run(["intake", "accept", intake, "--width", "200"], as: .mira)
    #expect(run.status == 0 && run.text.contains("Taken into the record: phone, birth date."), "\(run.text)")
    #expect(run.errorText.contains("--take full_name "), "what differs is kept")
    #expect(try await record(client)["phone"] as? String == "+1 555 010 0100")
    _ = try await scratch.json(["undo"])
    #expect(try await record(client)["phone"] is NSNull)
  }

  @Test func takesWhatIsNamedAndGivesItBack() async throws {
    let client = try await scratch.newClient("Taken \(UUID().uuidString.prefix(8))")
    let before = try await record(client)
    let intake = try await start(client, changing: [:])
    let accepted = try await scratch.json(["intake", "accept", intake, "--take", "phone,birth_date", "--keep-all"])
    #expect(fields(accepted["taken"]) == ["phone", "birth_date"])
    #expect(fields(accepted["differs"]).isEmpty, "the name was kept by --keep-all")
    let after = try await record(client)
    #expect(after["birth_date"] as? String == "1986-05-04")
    #expect(after["name"] as? String == before["name"] as? String)
    _ = try await scratch.json(["undo"])
    #expect(try await record(client)["birth_date"] is NSNull)
  }

  @Test func findsAnIntakeThatWasReturned() async throws {
    let client = try await scratch.newClient("Returned \(UUID().uuidString.prefix(8))")
    let intake = try await start(client, changing: [:])
    _ = try await scratch.json(["intake", "return", intake, "--message-file", "-"], input: "When did it start?")
    #expect(try await scratch.json(["intake", "show", client])["state"] as? String == "returned")
  }

  @Test func theSameInOtherWordsIsNoDifference() async throws {
    let client = try await scratch.newClient("Probe Person")
    _ = try await scratch.json(
      ["client", "edit", client, "--set", "phone=+1 (555) 010-0100", "--set", "birth_date=1986-05-04"])
    let intake = try await start(client, changing: ["contact.full_name": "Probe  Person"])
    let page = try await scratch.json(["intake", "review", intake])
    #expect(fields(page["differs"]).isEmpty)
  }

  @Test(arguments: [["--take", "shoe_size"], ["--take", "phone", "--keep", "phone"], ["--take-all", "--keep-all"]])
  func refusesAChoiceThatIsNone(options: [String]) async throws {
    let client = try await scratch.newClient("Choice \(UUID().uuidString.prefix(8))")
    let intake = try await start(client, changing: [:])
    #expect(try await scratch.run(["intake", "accept", intake] + options, as: .mira).status == 64)
    #expect(try await scratch.json(["intake", "show", intake])["state"] as? String == "submitted")
  }

  @Test func showsWhatChangedSinceTheLastAcceptedIntake() async throws {
    let client = try await scratch.newClient("Changed \(UUID().uuidString.prefix(8))")
    let first = try await start(client, changing: [:])
    #expect(try await scratch.json(["intake", "review", first])["changes"] is NSNull, "a first intake is all new")
    _ = try await scratch.json(["intake", "review", first, "--accept", "--take-all"])
    let second = try await start(client, changing: ["contact.phone": "+1 555 010 0199"])
    let page = try await scratch.json(["intake", "review", client])
    #expect((page["changes"] as? [[String: Any]])?.compactMap { $0["question"] as? String } == ["contact.phone"])
    #expect(fields(page["differs"]) == ["phone"])
    #expect((page["trends"] as? [[String: Any]])?.isEmpty == false)
    let text = try await scratch.run(["intake", "review", second], as: .mira).text
    #expect(text.contains("Changed since") && text.contains("Not as in the record"))
  }

  @Test func decidesByOptionsInTheOrderOfAPerson() async throws {
    let client = try await scratch.newClient("Options \(UUID().uuidString.prefix(8))")
    let intake = try await start(client, changing: ["safety.saddle_numb": "yes"])
    #expect(try await scratch.run(["intake", "review", intake, "--accept"], as: .mira).status == 5)
    let flags = try #require(try await scratch.json(["intake", "show", intake])["redflags"] as? [[String: Any]])
    for flag in flags.compactMap({ $0["id"] as? String }) {
      let operation = ["--ack", flag, "--action", "refer", "--note-file", "-"]
      let run = try await scratch.run(["intake", "review", intake] + operation, as: .mira, input: "told her")
      #expect(run.status == 0, "\(run.errorText)")
    }
    let returned = try await scratch.run(
      ["intake", "review", intake, "--return", "--message-file", "-"], as: .mira, input: "Which medicine?")
    #expect(returned.status == 0, "\(returned.errorText)")
    #expect(try await scratch.json(["intake", "show", intake])["state"] as? String == "returned")
  }

  @Test func aDryRunGoesOnAsIfTheFlagWereAcknowledged() async throws {
    let client = try await scratch.newClient("Dry \(UUID().uuidString.prefix(8))")
    let intake = try await start(client, changing: ["safety.saddle_numb": "yes"])
    let flags = try #require(try await scratch.json(["intake", "show", intake])["redflags"] as? [[String: Any]])
    let flag = try #require(flags.count == 1 ? flags[0]["id"] as? String : nil)
    let operation = ["intake", "review", intake, "--ack", flag, "--action", "refer", "--note-file", "-", "--accept"]
    let dry = try await scratch.run(operation + ["-n"], as: .mira, input: "told her")
    #expect(dry.status == 0 && dry.text.contains("would accept"), "\(dry.errorText)")
    #expect(try await scratch.json(["intake", "show", intake])["state"] as? String == "flagged")
    #expect(try await scratch.run(operation, as: .mira, input: "told her").status == 0)
  }

  @Test(arguments: [
    ["--take", "phone"], ["--keep", "phone"], ["--take-all"], ["--action", "refer"], ["--question", "meds.list"],
    ["--message-file", "-"], ["--note-file", "-", "--take-all"],
  ])
  func refusesAnOptionThatWouldDoNothing(options: [String]) async throws {
    let client = try await scratch.newClient("Idle \(UUID().uuidString.prefix(8))")
    let intake = try await start(client, changing: [:])
    let run = try await scratch.run(["intake", "review", intake] + options, as: .mira, input: "words")
    #expect(run.status == 64 && run.errorText.contains("go"), "\(run.errorText)")
  }

  @Test(arguments: [["--return", "--message-file", "-"], ["--note-file", "-"]])
  func refusesATextOfSpaces(options: [String]) async throws {
    let client = try await scratch.newClient("Blank \(UUID().uuidString.prefix(8))")
    let intake = try await start(client, changing: [:])
    let run = try await scratch.run(["intake", "review", intake] + options, as: .mira, input: "  \n ")
    #expect(run.status == 64 && run.errorText.contains("the text is empty"), "\(run.errorText)")
    #expect(try await scratch.json(["intake", "show", intake])["state"] as? String == "submitted")
  }

  @Test func saysThatAnIntakeIsAcceptedWhoseAnswersTheRecordDoesNotTake() async throws {
    let client = try await scratch.newClient("Untaken \(UUID().uuidString.prefix(8))")
    let intake = try await start(client, changing: [:])
    let superuser = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    let rule = "constraint refused_by_a_test"
    let born = "check (id <> '\(client)' or birth_date is null) not valid"
    _ = try await superuser.query(Statement("alter table clinic.clients add \(rule) \(born)"))
    let run = try await scratch.run(["intake", "accept", intake, "--take", "birth_date", "--keep", "phone"], as: .mira)
    _ = try await superuser.query(Statement("alter table clinic.clients drop \(rule)"))
    #expect(run.status == 64 && run.errorText.contains("is accepted, but"), "\(run.errorText)")
    #expect(run.errorText.contains("intake accept \(intake) --take birth_date"))
    #expect(try await scratch.json(["intake", "show", intake])["state"] as? String == "accepted")
  }

  @Test(arguments: [["--accept"], ["--return"], ["--ack", "rf.leg_clot"]])
  func decidesOnNoIntakeThatWasNotNamed(options: [String]) async throws {
    let run = try await scratch.run(["intake", "review"] + options, as: .mira)
    #expect(run.status == 64, "\(run.errorText)")
    #expect(run.errorText.contains("INTAKE"))
  }

  @Test func aKnownFlagTakesTheActionAndTheNoteOfTheLastTime() async throws {
    let client = try await scratch.newClient("Known \(UUID().uuidString.prefix(8))")
    let known: [String: Any] = ["health.conditions": ["raynaud"]]
    let first = try await start(client, changing: known)
    let operation = ["--ack", "rf.cold_sensitive", "--action", "adapt", "--note-file", "-", "--accept", "--keep-all"]
    #expect(
      try await scratch.run(["intake", "review", first] + operation, as: .mira, input: "small packs").status == 0)

    let second = try await start(client, changing: known)
    let again = ["intake", "review", second, "--as-last-time", "--accept", "--keep-all"]
    let run = try await scratch.run(again, as: .mira)
    #expect(run.status == 0, "\(run.errorText)")
    let flags = try #require(try await scratch.json(["intake", "show", second])["redflags"] as? [[String: Any]])
    #expect(flags.first?["action"] as? String == "adapt")
    #expect(flags.first?["note"] as? String == "As last time: small packs")

    let third = try await start(client, changing: ["health.conditions": ["raynaud", "diabetes"]])
    let changed = try await scratch.run(["intake", "review", third, "--as-last-time"], as: .mira)
    #expect(changed.errorText.contains("No flag is as it was last time"), "what the rule reads has changed")
  }

  @Test func anUrgentFlagIsAskedAboutEachTime() async throws {
    let client = try await scratch.newClient("Urgent \(UUID().uuidString.prefix(8))")
    let answers: [String: Any] = ["safety.saddle_numb": "yes"]
    let first = try await start(client, changing: answers)
    for flag in try await flags(of: first) {
      let operation = ["--ack", flag, "--action", "refer", "--note-file", "-"]
      _ = try await scratch.run(["intake", "review", first] + operation, as: .mira, input: "sent her")
    }
    _ = try await scratch.json(["intake", "accept", first, "--keep-all"])
    let second = try await start(client, changing: answers)
    let run = try await scratch.run(["intake", "review", second, "--as-last-time"], as: .mira)
    #expect(run.errorText.contains("No flag is as it was last time"), "\(run.errorText)")
  }

  @Test func severalFlagsTakeOneActionAndOneNote() async throws {
    let client = try await scratch.newClient("Several \(UUID().uuidString.prefix(8))")
    let intake = try await start(
      client, changing: ["health.conditions": ["raynaud"], "safety.saddle_numb": "yes"])
    let open = try await flags(of: intake)
    #expect(open.count > 1)
    func acknowledge(_ flags: [String]) async throws -> ProgramRun {
      let operation = ["--ack", flags.joined(separator: ","), "--action", "refer", "--note-file", "-", "--json"]
      return try await scratch.run(["intake", "review", intake] + operation, as: .mira, input: "sent her")
    }
    let one = try await acknowledge(open + ["rf.fever"])
    #expect(one.status == 3 && one.errorText.contains("rf.fever"), "\(one.errorText)")
    let shown = try await scratch.json(["intake", "show", intake])["redflags"] as? [[String: Any]]
    #expect(shown?.allSatisfy { $0["action"] is NSNull } == true, "one that is refused leaves all as they were")
    let run = try await acknowledge(open)
    #expect(run.status == 0, "\(run.errorText)")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    #expect(answer["acknowledged"] as? [String] == open && answer["open_flags"] as? Int == 0)
  }

  // MARK: helpers

  private func flags(of intake: String) async throws -> [String] {
    let flags = try #require(try await scratch.json(["intake", "show", intake])["redflags"] as? [[String: Any]])
    return flags.compactMap { $0["id"] as? String }
  }

  private func start(_ client: String, changing changes: [String: Any]) async throws -> String {
    let text = try Probes.text(changing: changes)
    let intake = try await scratch.json(["intake", "start", client, "--from-json", "-"], input: text)
    return try #require(intake["short_id"] as? String)
  }

  private func record(_ client: String) async throws -> [String: Any] {
    try await scratch.json(["client", "show", client])
  }

  private func fields(_ claims: Any?) -> [String] {
    (claims as? [[String: Any]] ?? []).compactMap { $0["field"] as? String }
  }
}
