import Clinical
import Foundation
import HTTPServer
import PostgreSQL
import Records
import Sealing
import TestSupport
import Testing

@testable import IntakePages

/// Forms and drafts of several browsers under one link.
extension SavingTests {
  @Test func aSecondSendersAnswersAreKeptAndTheirReceiptSaysSo() async throws {
    let first = try await begin()
    let second = try await begin()
    _ = await post(["visit.reason": "Not lost"], to: "2", second)
    #expect(try await post(.demo(), first).status == 303)

    var other = try FieldValues.demo()
    other["visit.reason"] = ["Not lost, and another reason"]
    let check = await get(PagePath.check, second)
    #expect(check.text.contains("You can still send yours"), "a draft that was begun before stays open")
    #expect(check.text.contains("Not lost"))
    #expect(await post(other, second).status == 303)
    let receipt = await get(PagePath.receipt, second)
    #expect(receipt.text.contains("Another form had come through this link before"))
    #expect(receipt.text.contains("Not lost, and another reason"))
    #expect(await !get(PagePath.receipt, first).text.contains("Another form"))
    #expect(try await desk.intakes(of: client).map(\.ordinal).sorted() == [1, 2])
    await pool.close()
  }

  @Test func theSameAnswersFromAnotherBrowserAreSaidToHaveArrived() async throws {
    var form = try FieldValues.demo()
    #expect(try await post(form, begin()).status == 303)
    form["submission"] = [UUID().uuidString.lowercased()]
    let answer = await post(form, nil)
    #expect(answer.status == 200)
    #expect(answer.text.contains("The same answers were sent already"))
    #expect(try await desk.intakes(of: client).count == 1)
    await pool.close()
  }

  @Test func aFifthFormIsRefusedWithItsAnswersShown() async throws {
    _ = try await pages.content.path(pack.version, hidden: [])
    for number in 1...5 {
      var form = try FieldValues.demo()
      form["visit.reason"] = ["Reason number \(number)"]
      let answer = await post(form, nil)
      #expect(answer.status == (number < 5 ? 303 : 409))
      guard number == 5 else { continue }
      #expect(answer.text.contains("Your form was not sent"))
      #expect(answer.text.contains("ask for a new link"))
      #expect(answer.text.contains("Reason number 5"))
    }
    #expect(try await desk.intakes(of: client).count == 4)
    await pool.close()
  }

  @Test func aPageThatComesAfterSendingIsNotSaidToBeSent() async throws {
    let key = try await begin()
    #expect(try await post(.demo(), key).status == 303)
    let answer = await post(["visit.reason": "Typed in another tab"], to: "2", key)
    #expect(answer.status == 409)
    #expect(answer.text.contains("Your form was sent before, without this page"))
    #expect(answer.text.contains("Typed in another tab"))
    await pool.close()
  }

  @Test func pressingStartInTwentyBrowsersEvictsNoAnswers() async throws {
    let key = try await begin()
    _ = await post(["visit.reason": "Half a form"], to: "2", key)
    for _ in 1...25 { _ = try await begin() }
    #expect(try await draft(under: key).fields.first("visit.reason") == "Half a form")
    await pool.close()
  }

  @Test func theTwentyFirstBrowserWithAnswersIsToldWhatToDo() async throws {
    for _ in 1...20 { _ = try await post(["visit.reason": "Taken"], to: "2", begin()) }
    let answer = await post(["submission": UUID().uuidString.lowercased()], to: nil, nil)
    #expect(answer.status == 409)
    #expect(answer.text.contains("begun in too many places"))
    await pool.close()
  }

  @Test func aLockedPracticeIsToldToTryAgainAndLosesNothing() async throws {
    let key = try await begin()
    let superuser = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    try await superuser.execute(script: "begin")
    _ = try await superuser.query(
      Statement(
        "select from clinic.invites where client_id = $1 for update", [.text("\(client)")]))
    let answer = await post(["visit.reason": "Kept in the page"], to: "2", key)
    try await superuser.execute(script: "rollback")
    #expect(answer.status == 503)
    #expect(answer.headers.contains { $0.name == "Retry-After" })
    #expect(answer.text.contains("Kept in the page"))
    #expect(answer.text.contains("Try again"))
    await pool.close()
  }
}
