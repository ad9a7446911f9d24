import Clinical
import Foundation
import HTTPServer
import Installation
import Logging
import PostgreSQL
import Records
import Sealing
import TestSupport
import Testing

@testable import IntakePages

/// Storing the pages of a form, and what happens when one cannot be stored, against a real database.
@Suite(.serialized) struct SavingTests {
  let pool: ConnectionPool
  let pages: IntakePages
  let desk: Desk
  let client: Client.ID
  let token = LinkToken()
  let pack: ContentPack

  init() async throws {
    _ = try ScratchInstance.current()
    desk = Desk(try await PostgresConnection.open(ScratchInstance.Service.mira.conninfo))
    pack = try ShareDirectory.contentPack()
    client = try await desk.addClient(id: .new(), name: "Two Windows", email: nil, phone: nil, birthDate: nil).id
    pool = ConnectionPool("service=door", connections: 4)
    pages = IntakePages(
      door: Door(pool), publicURL: "http://127.0.0.1", logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try await invite(token, to: pack.version)
  }

  private func invite(_ token: LinkToken, to version: String) async throws {
    _ = try await desk.createInvite(
      id: .new(), client: client, tokenHash: token.hash, expiresAt: Date(timeIntervalSinceNow: 3600),
      contentVersion: version, prefill: nil)
  }

  @Test func pagesStoredAtTheSameMomentAreAllKept() async throws {
    let key = try await begin()
    let form = FormPath(pack: pack, hidden: []).screens.filter { !$0.stage.isDeeper }
    let asked = form.compactMap { screen in
      screen.questions.first { $0.kind == .text || $0.kind == .longtext }.map {
        (page: screen.id, field: $0.id.rawValue)
      }
    }
    // A browser opens at most eight connections to one host.
    let texts = asked.prefix(8)
    #expect(texts.count > 5)
    for round in 1...3 {
      let statuses = await withTaskGroup(of: Int.self) { group in
        for (page, field) in texts {
          group.addTask {
            await post([field: "round \(round) of \(field)", "action": "back"], to: page, key).status
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.allSatisfy { $0 == 303 })
      let draft = try await draft(under: key)
      for (_, field) in texts { #expect(draft.fields.first(field) == "round \(round) of \(field)") }
    }
    await pool.close()
  }

  @Test func aPageThatIsTooLongComesBackWithWhatWasTyped() async throws {
    let key = try await begin()
    let table = "meds.list"
    let page = try #require(FormPath(pack: pack, hidden: []).screen(asking: Question.ID(rawValue: table)))
    let long = "Taken <and> kept. " + String(repeating: "x", count: 19_000)
    let rows = Dictionary(uniqueKeysWithValues: (1...60).map { ("\(table).name.\($0)", long) })
    let answer = await post(rows, to: page.id, key)
    #expect(answer.status == 422)
    let markup = String(decoding: answer.body, as: UTF8.self)
    #expect(markup.contains("Taken &lt;and&gt; kept."))
    #expect(markup.contains("name=\"\(table).name.60\" rows="), "where it can be made shorter")
    #expect(try await draft(under: key).fields.first("\(table).name.1") == nil)
    await pool.close()
  }

  @Test func anAnswerLongerThanAnyComesBackToBeShortened() async throws {
    let key = try await begin()
    let long = "All of it. " + String(repeating: "y", count: 30_000)
    let answer = await post(["visit.reason": long], to: "2", key)
    #expect(answer.status == 422)
    #expect(String(decoding: answer.body, as: UTF8.self).contains(long))
    await pool.close()
  }

  @Test func aLinkThatEndedGivesBackWhatWasTyped() async throws {
    let answer = await post(["visit.reason": "Typed for an hour"], to: "2", DraftKey(), link: LinkToken())
    #expect(answer.status == 404)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("Typed for an hour"))
    await pool.close()
  }

  @Test func aWholeFormIsSentAtOnceOnlyByTheContentThatItsLinkAsksFor() async throws {
    let form = try FieldValues.demo()
    #expect(try await pages.sendAtOnce(form, for: token, key: nil)?.status == nil, "no content is in use yet")
    _ = try await pages.content.path(pack.version, hidden: [])

    let superuser = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    try await superuser.execute(
      script: "insert into clinic.content_versions (version, pack) values ('0.0.1', '{}') on conflict do nothing")
    let other = LinkToken()
    try await invite(other, to: "0.0.1")
    #expect(try await pages.sendAtOnce(form, for: other, key: nil)?.status == nil)

    var unsigned = form
    unsigned["consent.signature"] = []
    #expect(
      try await pages.sendAtOnce(unsigned, for: token, key: nil)?.status == nil, "the link's page says what is missing")
    #expect(try await pages.sendAtOnce(form, for: token, key: nil)?.status == 303)
    #expect(try await desk.intakes(of: client).count == 1)
    await pool.close()
  }
}
