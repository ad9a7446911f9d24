import Clinical
import Foundation
import HTTPServer
import PostgreSQL
import Sealing
import TestSupport
import Testing

@testable import IntakePages
@testable import Records

/// The practice's day, for forms that a program posts in one piece and for what the pages say of them.
extension SavingTests {
  @Test(arguments: [
    ("Pacific/Kiritimati", "2026-11-29T12:00:00Z", "2026-11-30", true),
    ("Pacific/Pago_Pago", "2026-11-29T05:00:00Z", "2026-11-29", false),
    ("UTC", "2026-11-29T05:00:00Z", "2026-11-29", true), ("UTC", "2026-11-29T05:00:00Z", "2026-11-30", false),
  ])
  func aWholeFormIsJudgedByTheDayOfItsPractice(zone: String, time: String, day: String, isTaken: Bool) async throws {
    let now = try Date(time, strategy: .iso8601)
    let pages = IntakePages(door: pages.door, publicURL: "http://127.0.0.1", now: { now }, logger: pages.logger)
    _ = try await pages.content.path(pack.version, hidden: [])
    pages.door.linkPractices[token.hash] = LinkedPractice(id: zone, zone: try #require(TimeZone(identifier: zone)))
    var form = try FieldValues.demo()
    for date in FormPath.datedOnSending { form[date.rawValue] = [day] }
    #expect((try await pages.sendAtOnce(form, for: token, key: nil)?.status == 303) == isTaken)
    await pool.close()
  }

  @Test func theNoticeOfTheSameAnswersSpeaksForThePracticeAndItsDay() async throws {
    let superuser = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    var form = try FieldValues.demo()
    _ = try await pages.content.path(pack.version, hidden: [])
    #expect(await post(form, nil).status == 303)
    form["submission"] = [UUID().uuidString.lowercased()]
    try await superuser.execute(
      script: "update clinic.practices set time_zone = 'Pacific/Kiritimati' where name = 'Stillwater Massage'")
    let answer = await post(form, nil)
    try await superuser.execute(
      script: "update clinic.practices set time_zone = 'UTC' where name = 'Stillwater Massage'")
    let zone = try #require(TimeZone(identifier: "Pacific/Kiritimati"))
    let sent = try #require(try await desk.intakes(of: client).first).submittedAt
    #expect(answer.status == 200 && answer.text.contains("Stillwater Massage"))
    #expect(answer.text.contains("sent already, on \(English(zone: zone).day(sent))."))
    await pool.close()
  }
}
