import Foundation
import PostgreSQL
import TestSupport
import Testing

/// Plans are judged by what is known today, with corrections and newer intakes, in the built program against a real
/// instance.
@Suite(.serialized) struct PlanSafetyTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test func drawsAPlanFromTheEvaluationAsItWasAmended() async throws {
    let client = try await acceptedClient("Amended")
    let evaluation = try await sign(#"{"findings": {"pf.atr": 3}}"#, of: client)
    let plan = try await scratch.json(["plan", "new", client])
    #expect(!flags(of: plan).contains("rf.scoliosis_refer"))
    try await amend(evaluation, to: #"{"findings": {"pf.atr": 8}}"#)
    #expect(flags(of: try await scratch.json(["plan", "new", client])).contains("rf.scoliosis_refer"))
  }

  @Test func looksAtAFlagThatOnlyTheFindingsRaise() async throws {
    let client = try await acceptedClient("Found")
    _ = try await sign(#"{"findings": {"pf.atr": 8}}"#, of: client)
    let flag = ["intake", "flag", client, "--action", "refer", "--note-file", "-", "--ack"]
    #expect(try await scratch.run(flag + ["rf.leg_clot"], as: .mira, input: "told").status == 3)
    let seen = try await scratch.json(flag + ["rf.scoliosis_refer"], input: "told her to see a doctor")
    #expect(seen["open_flags"] as? Int == 0)
  }

  @Test func pausesAnIssuedPlanWhenACorrectionRaisesAFlag() async throws {
    let client = try await acceptedClient("Paused")
    let plan = try await issuedPlan(of: client)
    let amended = try await scratch.run(
      ["intake", "amend", client, "--from-json", "-", "--reason", "misread"], as: .mira,
      input: #"{"safety.saddle_numb": "yes"}"#)
    #expect(amended.status == 0, "\(amended.errorText)")
    let plans = try await scratch.run(["plan", "list", client, "--columns", "id,state", "--jsonl"], as: .mira).text
    #expect(plans.contains(plan) && plans.contains("paused"))
  }

  @Test func anOverrideDoesNotAnswerAReasonThatCameLater() async throws {
    let client = try await acceptedClient("Override", changing: ["health.conditions": ["liver"]])
    let plan = try #require(try await scratch.json(["plan", "new", client])["id"] as? String)
    let agreed = ["--clinician", "Dr. Example", "--date", "2026-11-20"]
    _ = try await scratch.json(["plan", "add", plan, "hc.supp_magnesium"] + agreed)
    try await amendAnswers(of: client, to: #"{"meds.classes": ["thyroid_med"]}"#)
    let refused = try await scratch.run(["plan", "issue", plan], as: .mira)
    #expect(refused.status == 5, "\(refused.errorText)")
    #expect(refused.errorText.contains("plan remove"))
    _ = try await scratch.json(["plan", "remove", plan, "hc.supp_magnesium"])
    _ = try await scratch.json(["plan", "add", plan, "hc.supp_magnesium"] + agreed)
    _ = try await scratch.json(["plan", "issue", plan])
  }

  @Test func saysThatTheClientHoldsAnEarlierPlanToo() async throws {
    let client = try await acceptedClient("Twice")
    let first = try await issuedPlan(of: client)
    let short = try #require(try await scratch.json(["plan", "show", first])["short_id"] as? String)
    let second = try #require(try await scratch.json(["plan", "new", client])["id"] as? String)
    let run = try await scratch.run(["plan", "issue", second], as: .mira)
    #expect(run.status == 0 && run.errorText.contains("plumbline plan close \(short)"), "\(run.errorText)")
    let revision = try #require(try await scratch.json(["plan", "revise", second])["id"] as? String)
    _ = try await scratch.json(["plan", "close", first, "--yes"])
    let revised = try await scratch.run(["plan", "issue", revision], as: .mira)
    #expect(revised.status == 0 && !revised.errorText.contains("still issued"), "\(revised.errorText)")
  }

  @Test func takesTheNumbersOfPlanShow() async throws {
    let client = try await acceptedClient("Numbered")
    let plan = try #require(try await scratch.json(["plan", "new", client])["id"] as? String)
    let items = try #require(try await scratch.json(["plan", "show", plan])["draft"] as? [String])
    let reordered = try await scratch.json(["plan", "reorder", plan, "2"])["draft"] as? [String]
    #expect(reordered?.prefix(2) == [items[1], items[0]])
    let removed = try await scratch.json(["plan", "remove", plan, "1"])["draft"] as? [String]
    #expect(removed == [items[0]] + items.dropFirst(2))
    #expect(try await scratch.run(["plan", "remove", plan, "99"], as: .mira).status == 3)
    let near = try await scratch.run(["plan", "add", plan, "chin tuck"], as: .mira)
    #expect(near.status == 3 && near.errorText.contains("hc.chin_tuck"), "\(near.errorText)")
  }

  @Test func draftsNothingWhileANewerIntakeHasFlagsToLookAt() async throws {
    let client = try await acceptedClient("Newer")
    try await start(client, try Probes.baseline(changing: ["safety.saddle_numb": "yes"]))
    let refused = try await scratch.run(["plan", "new", client], as: .mira)
    #expect(refused.status == 5, "\(refused.errorText)")
    #expect(refused.errorText.contains("plumbline intake review"))
  }

  @Test func aMergeSaysWhichPlanItPaused() async throws {
    let client = try await acceptedClient("Merged")
    let plan = try await issuedPlan(of: client)
    let short = try #require(try await scratch.json(["plan", "show", plan])["short_id"] as? String)
    let twin = try await scratch.newClient("Twin \(UUID().uuidString.prefix(8))")
    try await start(twin, try Probes.baseline(changing: ["safety.saddle_numb": "yes"]))
    let merged = try await scratch.run(["client", "merge", twin, client, "--yes"], as: .mira)
    #expect(merged.status == 0 && merged.errorText.contains("Plan \(short) is paused"), "\(merged.errorText)")
    let refused = try await scratch.run(["plan", "resume", plan], as: .mira)
    #expect(refused.status == 5 && refused.errorText.contains("plumbline intake"), "\(refused.errorText)")
    _ = try await scratch.json(["undo"])
    _ = try await scratch.json(["plan", "resume", plan])
  }

  @Test func promisesNoLinkToAPlanThatIsClosed() async throws {
    let client = try await acceptedClient("Closed")
    let plan = try await issuedPlan(of: client)
    _ = try await scratch.json(["plan", "close", plan, "--yes"])
    for words in [["plan", "link", plan, "-n"], ["plan", "link", plan]] {
      let refused = try await scratch.run(words, as: .mira)
      #expect(refused.status == 6 && refused.text.isEmpty, "\(refused.errorText)")
    }
  }

  @Test func refusesANextVisitInThePast() async throws {
    let plan = try #require(try await scratch.json(["plan", "new", try await acceptedClient("Past")])["id"] as? String)
    for words in [["edit", plan], ["edit", plan, "-n"], ["issue", plan], ["issue", plan, "-n"]] {
      let refused = try await scratch.run(["plan"] + words + ["--next-visit", "2020-01-01"], as: .mira)
      #expect(refused.status == 64 && refused.errorText.contains("That day is over"), "\(refused.errorText)")
    }
  }

  @Test func storesNoFlagOfAPlanThatCannotBePaused() async throws {
    let client = try await acceptedClient("Unpaused")
    let plan = try await issuedPlan(of: client)
    let intakes = try await scratch.json(["client", "timeline", client])
    let superuser = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    let rule = "constraint refused_by_a_test"
    let open = "check (id <> '\(plan)' or state <> 'paused') not valid"
    _ = try await superuser.query(Statement("alter table clinic.plans add \(rule) \(open)"))
    await #expect(throws: (any Error).self) {
      try await start(client, try Probes.baseline(changing: ["safety.saddle_numb": "yes"]))
    }
    _ = try await superuser.query(Statement("alter table clinic.plans drop \(rule)"))
    #expect(try await scratch.json(["client", "timeline", client]).count == intakes.count)
  }

  // MARK: helpers

  /// A client with an accepted intake that raises no flag.
  private func acceptedClient(_ name: String, changing changes: [String: Any] = [:]) async throws -> String {
    let client = try await scratch.newClient("\(name) \(UUID().uuidString.prefix(8))")
    try await start(client, try Probes.baseline(changing: changes))
    _ = try await scratch.json(["intake", "accept", client])
    return client
  }

  private func issuedPlan(of client: String) async throws -> String {
    let plan = try #require(try await scratch.json(["plan", "new", client])["id"] as? String)
    _ = try await scratch.json(["plan", "issue", plan])
    return plan
  }

  private func start(_ client: String, _ answers: [String: Any]) async throws {
    let text = String(decoding: try JSONSerialization.data(withJSONObject: answers), as: UTF8.self)
    _ = try await scratch.json(["intake", "start", client, "--from-json", "-"], input: text)
  }

  private func sign(_ findings: String, of client: String) async throws -> String {
    let made = try await scratch.json(["evaluation", "new", client, "--from-json", "-"], input: findings)
    let evaluation = try #require(made["id"] as? String)
    _ = try await scratch.json(["evaluation", "sign", evaluation])
    return evaluation
  }

  private func amendAnswers(of client: String, to answers: String) async throws {
    _ = try await scratch.json(
      ["intake", "amend", client, "--from-json", "-", "--reason", "misread"], input: answers)
    _ = try await scratch.json(["intake", "accept", client])
  }

  private func amend(_ evaluation: String, to findings: String) async throws {
    _ = try await scratch.json(
      ["evaluation", "amend", evaluation, "--from-json", "-", "--reason", "misread"], input: findings)
  }

  private func flags(of plan: [String: Any]) -> [String] { plan["redflags"] as? [String] ?? [] }
}
