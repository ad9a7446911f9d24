import Clinical
import Foundation
import JSON
import Records
import Sealing
import Testing

@testable import Care

/// A client's consents decide what a therapist may do, against a real instance.
@Suite(.serialized) struct ConsentRulesTests {
  private let caseload: Caseload
  private var consents: Consents { Consents(at: caseload.desk) }
  private var intakes: Intakes { Intakes(at: caseload.desk) }
  private var plans: Plans { Plans(at: caseload.desk) }

  init() async throws { caseload = try await Caseload() }

  @Test func aRefusalOnPaperIsRecordedAndNothingIsAccepted() async throws {
    let client = try await caseload.client("Refused")
    let intake = try await caseload.intake(of: client, changing: ["consent.treatment": .bool(false)])
    try await expectWithheld(["consent.treatment"]) { _ = try await intakes.check(intake) }
    #expect(try await caseload.desk.notices(of: "\(client.id)") == [.withheldConsent("consent.treatment", .refused)])
    await #expect(throws: Refusal.self, "the database refuses it, too") {
      try await caseload.desk.acceptIntake(intake.id)
    }
    try await consents.override("consent.treatment", of: client, reason: "ticked by mistake", dryRun: false)
    _ = try await caseload.accept(intake)
    #expect(try await caseload.desk.notices(of: "\(client.id)").isEmpty)
  }

  /// The list of permissions is written in Swift and in SQL.
  @Test func theDatabaseTellsPermissionsFromConsentsAsTheFormDoes() async throws {
    let client = try await caseload.client("Permissions")
    let refused: [String: JSON] = [
      "consent.photos": .string("no"), "consent.reminders": .string("no"), "consent.contact_physician": .string("no"),
    ]
    let intake = try await caseload.intake(of: client, changing: refused)
    let told = try await caseload.desk.consents(of: "\(client.id)")
    let asked = caseload.pack.consents.filter { intake.answers[$0.id] != nil }
    #expect(Set(told.map(\.question)) == Set(asked.map(\.id)))
    for question in asked {
      let isRequired = told.first { $0.question == question.id }?.isRequired
      #expect(isRequired == (question.kind == .consent), "\(question.id)")
    }
    #expect(told.filter { !$0.isRequired }.count == refused.count)
  }

  @Test func withoutConsentToHealthDataThereIsNoRecord() throws {
    let answers = try Caseload.answers(changing: ["consent.health_data": .bool(false)])
    #expect { _ = try intakes.check(answers, caseload.pack) } throws: {
      guard case CareRefusal.intake(.problems(let problems)) = $0 else { return false }
      return problems.map(\.question) == ["consent.health_data"]
    }
  }

  @Test func withdrawingPausesThePlansAndHoldsUpTheNext() async throws {
    let (client, plan) = try await caseload.clientHoldingPlan("Withdrawn")
    let draft = try await plans.draft(try await plans.proposal(for: client))
    #expect(
      try await consents.withdraw("consent.treatment", of: client, source: .wish, reason: nil, dryRun: true)
        == [plan.shortID])
    #expect(try await caseload.desk.plan("\(plan.id)").state == .issued, "a dry run pauses nothing")
    #expect(
      try await consents.withdraw("consent.treatment", of: client, source: .wish, reason: nil, dryRun: false)
        == [plan.shortID])
    let paused = try await caseload.desk.plan("\(plan.id)")
    #expect(paused.state == .paused)

    try await expectWithheld(["consent.treatment"]) { _ = try await plans.proposal(for: client) }
    try await expectWithheld(["consent.treatment"]) { _ = try await plans.check(draft) }
    try await expectWithheld(["consent.treatment"]) { _ = try await plans.revise(paused, dryRun: false) }
    try await expectWithheld(["consent.treatment"]) { try await plans.resume(paused, dryRun: false) }
    try await expectWithheld(["consent.treatment"]) {
      _ = try await plans.relink(paused, expiresAt: Date(timeIntervalSinceNow: 3600), dryRun: false) { $0.text }
    }
    try await consents.renew("consent.treatment", of: client, source: .sheet, dryRun: false)
    try await plans.resume(paused, dryRun: false)
    #expect(try await caseload.desk.plan("\(plan.id)").state == .issued)
  }

  @Test func aPermissionThatIsWithdrawnHoldsNothingUp() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Permission")
    try await consents.renew("consent.reminders", of: client, source: .wish, dryRun: false)
    #expect(
      try await consents.withdraw("consent.reminders", of: client, source: .wish, reason: nil, dryRun: false).isEmpty)
    await #expect(throws: Never.self) { _ = try await plans.proposal(for: client) }
  }

  @Test func theNewestWordAboutEachConsentIsListedInTheOrderOfTheForm() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Listed")
    _ = try await consents.withdraw("consent.truth", of: client, source: .sheet, reason: "says so", dryRun: false)
    let listed = try await consents.standing(of: client)
    let order = listed.compactMap { caseload.pack.question($0.consent.question)?.order }
    #expect(order.count == listed.count && order == order.sorted())
    #expect(Set(listed.map(\.consent.question)).isSuperset(of: ["consent.treatment", "consent.photos"]))
    let truth = try #require(listed.first { $0.consent.question == "consent.truth" })
    #expect(truth.consent.state == .withdrawn && truth.consent.reason == "says so")
    #expect(truth.consent.textVersion == caseload.pack.version && truth.consent.recordedBy == "Mira")
    #expect(truth.question?.text == caseload.pack.question("consent.truth")?.text)
  }

  @Test func onlyWhatTheFormAsksIsRenewed() async throws {
    let client = try await caseload.client("Unknown")
    await #expect {
      try await consents.renew("consent.everything", of: client, source: .sheet, dryRun: false)
    } throws: {
      guard case CareRefusal.consent(.unknown("consent.everything", let known)) = $0 else { return false }
      return known.contains("consent.treatment") && known.contains("consent.photos")
        && !known.contains("consent.signature")
    }
  }

  @Test func everyLineThatIsAgreedToIsRequired() {
    let lines = caseload.pack.questions.filter { $0.kind == .consent }
    #expect(!lines.isEmpty && lines.allSatisfy(\.required))
    #expect(caseload.pack.consents.filter { $0.kind != .consent }.allSatisfy { $0.kind == .single })
  }

  @Test func whatEveryClientIsAskedIsNotHidden() throws {
    #expect { try caseload.pack.refuseHiding(["safety.bladder_bowel", "visit.reason"]) } throws: {
      guard case CareRefusal.practice(.mustBeAsked(let kept)) = $0 else { return false }
      guard case .protected(section: _) = kept.first?.reason, case .required = kept.last?.reason else { return false }
      return kept.map(\.question.id) == ["safety.bladder_bowel", "visit.reason"]
    }
    #expect(throws: CareRefusal.self) { try caseload.pack.refuseHiding(["no.such_question"]) }
    let optional = try #require(caseload.pack.questions.first { caseload.pack.mayBeHidden($0.id) })
    #expect(throws: Never.self) { try caseload.pack.refuseHiding([optional.id]) }
  }

  private func expectWithheld(
    _ expected: [Question.ID], sourceLocation: SourceLocation = #_sourceLocation, _ operation: () async throws -> Void
  ) async throws {
    await #expect(sourceLocation: sourceLocation) { try await operation() } throws: {
      guard case CareRefusal.consent(.withheld(let consents, _)) = $0 else { return false }
      return consents.map(\.id) == expected
    }
  }
}
