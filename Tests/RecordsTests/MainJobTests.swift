import Clinical
import Foundation
import Installation
import JSON
import PostgreSQL
import Records
import Sealing
import Testing

/// A client's data from invite to plan, through the calls of the daemon and of the therapist.
@Suite struct MainJobTests {
  let answers = Answers([
    "contact.full_name": .text("Zoë 🧘🏽 O\u{301}'Hara"), "work.sit_hours": .number(9.5),
    "visit.goals": .choices(["fewer_spasms"]), "consent.data": .consent(true),
    "pain.map": .regions([MarkedRegion(region: "low_back_l", symptoms: ["pain"], nrs: 7)]),
  ])

  @Test func leadsFromAnInviteToAnIssuedPlan() async throws {
    let desk = try await Sessions.desk(.mira)
    let door = try await Sessions.door()
    let pack = try ShareDirectory.contentPack()
    let flag = try #require(pack.redFlags.first)

    let client = try await desk.addClient(
      id: .new(), name: "Ana Lima", email: "ana@example.org", phone: nil,
      birthDate: CalendarDate(year: 1980, month: 2, day: 29))
    #expect(client.birthDate?.iso == "1980-02-29")

    let token = LinkToken()
    let expiry = Date(timeIntervalSince1970: 4_102_444_800.25)
    let invite = try await desk.createInvite(
      id: .new(), client: client.id, tokenHash: token.hash, expiresAt: expiry, contentVersion: pack.version,
      prefill: [1, 2, 3], historyCodeHash: .random(32))
    #expect(invite.state == .created)
    #expect(invite.expiresAt == expiry)

    let opened = try await door.openInvite(tokenHash: token.hash)
    #expect(opened.practice.therapist == "Mira")
    #expect(opened.history == .guarded)
    let wrong = CalendarDate(year: 1980, month: 3, day: 1)
    #expect(try await door.openHistory(tokenHash: token.hash, birthDate: wrong, codeHash: nil) == nil)
    let right = try await door.openHistory(tokenHash: token.hash, birthDate: client.birthDate, codeHash: nil)
    #expect(right == [1, 2, 3])
    let draftKey: [UInt8] = .random(32)
    try await door.saveDraft(tokenHash: token.hash, draftKeyHash: draftKey, sealed: [9], version: 0)
    let draft = try await door.loadDraft(tokenHash: token.hash, draftKeyHash: draftKey)
    #expect(draft?.sealed == [9])
    await #expect(throws: Refusal.stale("the draft was saved from elsewhere meanwhile")) {
      try await door.saveDraft(tokenHash: token.hash, draftKeyHash: draftKey, sealed: [8], version: 0)
    }

    let receipt = try await door.submitIntake(
      tokenHash: token.hash, submissionKey: UUID(), digest: .random(32), intake: .new(), answers: answers.json.text,
      contentVersion: pack.version, raised: [flag], massage: .defer, draftKeyHash: draftKey, sealedCopy: [7]
    ).receipt
    #expect(receipt.outcome == .stored)

    let intake = try await desk.intake(receipt.code)
    #expect(intake.answers == answers)
    #expect(intake.state == .flagged)
    await #expect(throws: Refusal.blocked("red flags are not acknowledged: \(flag.id)")) {
      try await desk.acceptIntake(intake.id)
    }
    try await desk.acknowledgeFlag(flag.id, of: intake.id, action: "refer", note: "seen")
    try await desk.acceptIntake(intake.id)
    #expect(try await desk.acceptedIntake(of: client.id)?.id == intake.id)

    try await planIsIssued(of: client, intake: intake, content: pack.version, desk: desk, door: door, until: expiry)
  }

  private func planIsIssued(
    of client: Client, intake: Intake, content: String, desk: Desk, door: Door, until expiry: Date
  ) async throws {
    let findings = Evaluation(findings: [
      "pf.atr": .single(.number(6)), "pf.fhp_cva": .sided(left: .number(44), right: nil),
    ])
    let evaluation = try await desk.recordEvaluation(
      id: .new(), client: client.id, evaluation: findings, contentVersion: content)
    #expect(evaluation.evaluation == findings)
    let item = PlanItem(item: "hc.chin_tuck", sources: ["core"], effect: .caution, reasons: ["c.x"], note: "slowly")
    let plan = try await desk.createPlan(
      id: .new(), client: client.id, intake: intake.id, evaluation: evaluation.id, contentVersion: content,
      items: [item])
    try await desk.setItems([item], of: plan)
    await #expect(throws: Refusal.stale("the plan was changed by somebody else meanwhile")) {
      try await desk.setItems([], of: plan)
    }
    let edited = try await desk.plan("\(plan.id)")
    #expect(edited.items.count == 1)
    let link = LinkToken()
    func issue() async throws -> Plan {
      try await desk.issuePlan(
        plan.id, wording: Array(#"{"title":"Plan"}"#.utf8),
        documents: [IssuedDocument(variant: "text", bytes: [0, 255, 10])], linkHash: link.hash,
        sealed: .init(copy: [4, 2], checkInBasis: [6]), expiresAt: expiry,
        basis: PlanBasis(
          intake: intake.id, evaluation: evaluation.id, contentVersion: content, items: [item],
          pausingFlags: ["rf.cold_sensitive"], version: edited.version))
    }
    await #expect(throws: Refusal.blocked("the evaluation is not signed")) { try await issue() }
    try await desk.signEvaluation(evaluation)
    let issued = try await issue()
    #expect(issued.state == .issued)
    #expect(issued.items.first?.note == "slowly")
    #expect(try await issue().issuedAt == issued.issuedAt)
    #expect(try await desk.document("text", of: plan.id).bytes == [0, 255, 10])
    let opened = try await door.openPlan(linkHash: link.hash)
    #expect(opened.state == .issued(sealed: [4, 2], pausedItems: []))
    #expect(opened.practice.name == "Stillwater Massage")
    try await desk.pausePlan(plan.id)
    #expect(try await door.openPlan(linkHash: link.hash).state == .paused)
  }
}

extension [UInt8] {
  fileprivate static func random(_ count: Int) -> Self { (0..<count).map { _ in .random(in: .min ... .max) } }
}
