import Clinical
import Foundation
import Records
import Testing

@testable import Care

/// Merging two records of one person, and details that no person can have.
@Suite(.serialized) struct ClientRulesTests {
  @Test func aRecordIsNotMergedIntoItselfAndGivesWhatTheOtherLacks() async throws {
    let caseload = try await Caseload()
    let from = try await caseload.desk.editClient(
      try await caseload.client("Gone"), [.email: "gone@example.org", .phone: "+1 555 010 0100"])
    let into = try await caseload.desk.editClient(try await caseload.client("Kept"), [.phone: "+1 555 010 0199"])
    let clients = Clients(at: caseload.desk)
    await #expect(throws: CareRefusal.self) { _ = try await clients.merge(into, into: into, taking: [], dryRun: false) }
    let taken = Clients.takenOver(from: from, into: into)
    #expect(taken == [.email], "what both have is kept as it is")
    let merged = try await clients.merge(from, into: into, taking: taken, dryRun: false).kept
    #expect(merged.id == into.id && merged.email == "gone@example.org" && merged.phone == "+1 555 010 0199")
  }

  @Test(arguments: [
    (Client.Detail.fullName, String(repeating: "a", count: 301)), (.email, "ana"), (.phone, "call me"),
    (.birthDate, "2031-02-30"), (.birthDate, "1850-01-01"), (.birthDate, "9999-01-01"),
  ])
  func anImpossibleDetailIsRefused(detail: Client.Detail, value: String) {
    #expect(throws: CareRefusal.self) { try detail.check(value) }
  }

  @Test func aMinorIsTold() throws {
    let today = try CalendarDate.today()
    let born = try #require(CalendarDate(year: today.year - 17, month: 1, day: 1))
    #expect(try Client.Detail.birthDate.check(born.iso))
    #expect(try !Client.Detail.birthDate.check("1986-05-04"))
  }

  @Test func theNextVisitIsTodayOrLater() throws {
    #expect(throws: Never.self) { try CalendarDate.today().checkNextVisit() }
    #expect(throws: CareRefusal.self) { try CalendarDate(iso: "2020-01-01")?.checkNextVisit() }
  }
}
