import Clinical
import Foundation
import Installation
import JSON
import PostgreSQL
import Records
import TestSupport
import Testing

/// A plan that was issued by an older content is judged again by the content of the programs, each time `today` is shown.
@Suite(.serialized) struct ContentReleaseTests {
  /// The older content: today's, without the limit on heat for skin that feels poorly.
  private static let version = "0.0.4"
  private let scratch: ScratchInstance
  private let desk: Desk

  init() async throws {
    scratch = try ScratchInstance.current()
    try await Self.loadOlderContent()
    desk = try await Desk.connect(service: ScratchInstance.Service.jonas.rawValue)
  }

  @Test func namesAnIssuedPlanThatNewerContentRulesOutUntilItIsPaused() async throws {
    let name = "Ruled out \(UUID().uuidString.prefix(8))"
    let plan = try await issuedPlan(of: name, ["health.reduced_feeling": .text("yes")])
    let today = try await run("today")
    #expect(today.contains("newer content rules out") && today.contains(name), "\(today)")
    #expect(try await ruledOut() == 1)
    _ = try await run("plan", "pause", plan)
    #expect(try await run("today").contains("newer content rules out") == false)
    #expect(try await ruledOut() == 0)
    _ = try await run("plan", "close", plan, "--yes")
  }

  @Test func saysNothingOfAPlanThatNewerContentWouldIssueToo() async throws {
    let name = "Still good \(UUID().uuidString.prefix(8))"
    _ = try await issuedPlan(of: name, [:])
    #expect(try await run("today").contains(name) == false)
  }

  // MARK: helpers

  /// Issues a plan with a heat pack by the older content.
  private func issuedPlan(of name: String, _ changes: [Question.ID: AnswerValue]) async throws -> String {
    let client = try await desk.addClient(id: .new(), name: name, email: nil, phone: nil, birthDate: nil)
    var answers = try Answers(JSON(parsing: Array(Probes.text().utf8)))
    for (question, answer) in changes { answers[question] = answer }
    let intake = try await desk.startIntake(
      id: .new(), client: client.id, answers: answers, contentVersion: Self.version, raised: [], massage: .ok)
    try await desk.acceptIntake(intake.id)
    let plan = try #require(try await scratch.json(["plan", "new", client.shortID], as: .jonas)["id"] as? String)
    _ = try await scratch.json(["plan", "add", plan, "hc.heat_pack"], as: .jonas)
    _ = try await scratch.json(["plan", "issue", plan], as: .jonas)
    return plan
  }

  private func run(_ words: String...) async throws -> String {
    let run = try await scratch.run(words, as: .jonas)
    #expect(run.status == 0, "\(run.errorText)")
    return run.text
  }

  private func ruledOut() async throws -> Int? {
    try await scratch.json(["today"], as: .jonas)["plans_ruled_out"] as? Int
  }

  private static func loadOlderContent() async throws {
    let superuser = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    defer { superuser.close() }
    _ = try await superuser.query(
      Statement(
        """
        insert into clinic.content_versions (version, pack)
        select $1, jsonb_set(
          jsonb_set(pack, '{pack,version}', to_jsonb($1::text)), '{homecare,items}',
          (select jsonb_agg(case item ->> 'id' when 'hc.heat_pack' then item || '{"contra": []}' else item end)
           from jsonb_array_elements(pack #> '{homecare,items}') as item))
        from clinic.content_versions
        where version = $2
        on conflict do nothing
        """,
        [.text(version), .text(try ShareDirectory.contentPack().version)]))
  }
}
