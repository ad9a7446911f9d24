import Clinical
import Foundation
import JSON
import Records
import Testing

@testable import Care

/// What a therapist must do before an intake counts, against a real instance.
@Suite(.serialized) struct IntakeRulesTests {
  private let caseload: Caseload
  private var intakes: Intakes { Intakes(at: caseload.desk) }

  init() async throws { caseload = try await Caseload() }

  @Test func anIntakeIsNotAcceptedWhileAFlagIsOpen() async throws {
    let client = try await caseload.client("Flagged")
    let intake = try await caseload.intake(of: client, changing: ["safety.saddle_numb": .string("yes")])
    await #expect { _ = try await intakes.check(intake) } throws: {
      guard case CareRefusal.intake(.unacknowledgedFlags(let flags, _)) = $0 else { return false }
      return flags.count == intake.flags.count
    }
    for flag in intake.openFlags {
      let raised = try await intakes.raisedFlags([flag.flag], with: intake)
      await #expect(throws: CareRefusal.self) {
        try await intakes.acknowledge(raised, of: intake, .refer, note: "", dryRun: false)
      }
      try await intakes.acknowledge(raised, of: intake, .refer, note: "told her", dryRun: false)
    }
    let read = try await caseload.desk.intake("\(intake.id)")
    #expect(try await caseload.accept(read).notTaken == nil)
    #expect(try await caseload.desk.intake("\(intake.id)").state == .accepted)
  }

  @Test func anAcceptanceSaysOfPlansThatAreOutAlsoWhenTheRecordDidNotChange() async throws {
    let (client, plan) = try await caseload.clientHoldingPlan("Both")
    let intake = try #require(try await caseload.desk.acceptedIntake(of: client.id))
    let claims = client.claims(in: intake.answers)
    struct Cause: Error {}
    let acceptance = Acceptance(
      intake: intake, pauses: PlanPauses(paused: [], stillOut: ([plan], Cause())), notTaken: (claims, Cause()))
    #expect { try acceptance.refuseUnfinished() } throws: {
      guard case CareRefusal.intake(.notTaken(let untaken, _, cause: _, let pauses)) = $0 else { return false }
      return untaken.map(\.detail) == claims.map(\.detail) && pauses.stillOut?.plans.map(\.id) == [plan.id]
    }
  }

  @Test func aDryRunAcknowledgesNothing() async throws {
    let client = try await caseload.client("Dry")
    let intake = try await caseload.intake(of: client, changing: ["safety.saddle_numb": .string("yes")])
    let flag = try #require(intake.openFlags.first)
    let raised = try await intakes.raisedFlags([flag.flag], with: intake)
    try await intakes.acknowledge(raised, of: intake, .refer, note: "told her", dryRun: true)
    #expect(try await caseload.desk.intake("\(intake.id)").openFlags.count == intake.openFlags.count)
  }

  @Test func onlyAChosenAnswerGoesIntoTheRecord() async throws {
    let client = try await caseload.client("Claims")
    let intake = try await caseload.intake(of: client)
    let claims = client.claims(in: intake.answers)
    #expect(claims.contains { $0.detail == .fullName } && claims.contains { $0.detail == .phone })
    _ = try await caseload.accept(intake, taking: claims.filter { $0.detail == .phone })
    let record = try await caseload.desk.client("\(client.id)")
    #expect(record.fullName == client.fullName && record.phone != nil)
    #expect(!record.claims(in: intake.answers).contains { $0.detail == .phone })
  }

  /// A number is no other one for the code of its country, nor for the signs in it.
  @Test(arguments: [
    ("0170 1234567", "+49 170 1234567", false), ("0170 1234567", "0049 (0)170 1234567", false),
    ("0170 1234567", "0171 1234567", true), ("020 3486 1234", "+20 3 486 1234", true), ("12345", "123-45", false),
    ("12345", "123-46", true), ("12345", "+123 45", true),
  ])
  func aPhoneNumberDiffersOnlyWhenItIsAnother(recorded: String, told: String, differs: Bool) async throws {
    let client = try await caseload.desk.editClient(try await caseload.client("Dialled"), [.phone: recorded])
    let intake = try await caseload.intake(of: client, changing: ["contact.phone": .string(told)])
    #expect(client.claims(in: intake.answers).contains { $0.detail == .phone } == differs)
  }

  @Test func answersThatTheFormWouldRefuseAreNotRecorded() throws {
    #expect { _ = try intakes.check(Answers(), caseload.pack) } throws: {
      guard case CareRefusal.intake(.problems(let problems)) = $0 else { return false }
      return !problems.isEmpty
    }
  }

  @Test func aReviewSaysWhatChangedSinceTheLastAcceptedIntake() async throws {
    let client = try await caseload.clientWithAcceptedIntake("Changed")
    let second = try await caseload.intake(of: client, changing: ["contact.phone": .string("+1 555 010 0199")])
    #expect(try await intakes.review(second).changes?.map(\.question.id) == ["contact.phone"])
    let first = try #require(try await intakes.review(second).previous)
    #expect(try await intakes.review(first).changes == nil, "everything in a first intake is new")
    await #expect(throws: CareRefusal.self) { try await intakes.changes(in: first) }
  }

  @Test func aQuestionThatTheFormDoesNotHaveIsNotAskedAgain() async throws {
    let intake = try await caseload.intake(of: try await caseload.client("Returned"))
    await #expect(throws: CareRefusal.self) { try await intakes.refuseUnknown("no.such_question", in: intake) }
    await #expect(throws: Never.self) { try await intakes.refuseUnknown("meds.list", in: intake) }
  }
}
