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

/// The links of messages at the door: a new link for one that has ended, and the one that stops messages.
@Suite(.serialized) struct MessageLinkTests {
  private let pool = ConnectionPool("service=door", connections: 2)
  private let pages: IntakePages
  private let desk: Desk
  private let outbox: Outbox
  private let superuser: PostgresConnection
  private let reader: Client
  private let key = OutboxKey()

  init() async throws {
    _ = try ScratchInstance.current()
    desk = Desk(try await PostgresConnection.open(ScratchInstance.Service.mira.conninfo))
    superuser = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    outbox = try await Outbox.connect(service: "outbox")
    reader = try await desk.addClient(
      id: .new(), name: "Mail Reader", email: "reader@example.org", phone: nil, birthDate: nil)
    pages = IntakePages(
      door: Door(pool), publicURL: "http://127.0.0.1", logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try await outbox.registerKey(key.publicKey)
  }

  private var client: Client.ID { reader.id }

  @Test func anEndedLinkSendsANewOneToTheAddressOnRecordAndNamesNeither() async throws {
    let token = LinkToken()
    try await invite(token)
    try await superuser.end(token)
    let answers = await [
      post("/i/\(token.text)/new-link"), post("/i/\(token.text)/new-link"), post("/i/\(token.text)/new-link"),
    ]
    for answer in answers {
      let text = String(decoding: answer.body, as: UTF8.self)
      #expect(answer.status == 200 && text.contains("A new link is on its way"))
      #expect(!text.contains("reader@example.org") && !text.contains("Mail Reader") && !text.contains("Stillwater"))
    }
    let sent = try await desk.messages(to: client)
    #expect(sent.map(\.kind) == [.newLink, .newLink], "two a day, however often it is asked for")
    #expect(try await desk.notices(of: "\(client)").isEmpty)

    let message = try #require(sent.last)
    let practice = try await desk.practice().id
    let due = try #require(try await outbox.due(in: practice, most: 1000).first { $0.id == message.id })
    let outgoing = try #require(try await outbox.beginTry(due, stopHash: LinkToken().hash, invite: nil))
    #expect(outgoing.address == "reader@example.org" && outgoing.therapist == "Mira")
    let link = try key.open(try #require(outgoing.sealed))
    let opened = await get("/i/\(link.text)")
    #expect(link != token && opened.status == 200, "the new link opens the form")
    await pool.close()
  }

  @Test func aClientWithoutAnAddressStandsInToday() async throws {
    let token = LinkToken()
    try await invite(token)
    try await superuser.end(token)
    _ = try await desk.editClient(reader, [.email: nil])
    let answer = await post("/i/\(token.text)/new-link")
    #expect(String(decoding: answer.body, as: UTF8.self).contains("You asked for a new link"))
    #expect(try await desk.notices(of: "\(client)") == [.wish(.newLink)])
    #expect(try await desk.messages(to: client).isEmpty)
    await pool.close()
  }

  @Test func lookingAtTheLinkThatStopsMessagesStopsNothingAndOneClickDoes() async throws {
    let token = LinkToken(), stop = LinkToken()
    try await invite(token)
    try await desk.sealLink(linkHash: token.hash, sealed: token.sealed(to: key.publicKey))
    let invite = try #require(try await desk.invites().first { $0.client == client })
    _ = try await desk.sendInvite("\(invite.id)", by: .email, before: nil, reminders: [])
    _ = try await superuser.query(
      Statement(
        "insert into clinic.links select $1, practice_id, 'stop', id from clinic.clients where id = $2",
        [.bytes(stop.hash), .text("\(client)")]))

    let page = await get("/s/\(stop.text)")
    #expect(page.status == 200 && String(decoding: page.body, as: UTF8.self).contains("Send me no more messages"))
    #expect(try await desk.messages(to: client, waitingOnly: true).count == 1)

    // As a mail program posts it: no cookie, no page before it, no login.
    let answer = await post("/s/\(stop.text)", "List-Unsubscribe=One-Click")
    #expect(answer.status == 200 && String(decoding: answer.body, as: UTF8.self).contains("You get no more messages"))
    #expect(await post("/s/\(stop.text)").status == 200, "twice is once")
    #expect(try await desk.messages(to: client).map(\.state) == [.cancelled])
    let consent = try #require(try await desk.consents(of: "\(client)").first)
    #expect(consent.question.rawValue == "consent.reminders" && consent.state == .withdrawn && consent.source == .link)
    #expect(consent.recordedBy == nil)
    let looked = String(decoding: await get("/s/\(stop.text)").body, as: UTF8.self)
    #expect(looked.contains("You get no more messages") && !looked.contains("Mail Reader"))
    await #expect(throws: Refusal.self) {
      _ = try await desk.sendInvite("\(invite.id)", by: .email, before: nil, reminders: [])
    }
    await pool.close()
  }

  @Test func anotherLinkStopsNothing() async throws {
    let token = LinkToken()
    try await invite(token)
    for link in [token, LinkToken()] {
      #expect(await post("/s/\(link.text)", "List-Unsubscribe=One-Click").status == 404)
      #expect(await get("/s/\(link.text)").status == 404)
    }
    await pool.close()
  }

  private func invite(_ token: LinkToken) async throws {
    _ = try await desk.createInvite(
      id: .new(), client: client, tokenHash: token.hash, expiresAt: Date(timeIntervalSinceNow: 3600),
      contentVersion: try ShareDirectory.contentVersion(), prefill: nil)
  }

  private func get(_ path: String) async -> Response { await respond(.get, path, "") }
  private func post(_ path: String, _ body: String = "") async -> Response { await respond(.post, path, body) }

  private func respond(_ method: Request.Method, _ path: String, _ body: String) async -> Response {
    await pages.router.respond(
      to: Request(
        method: method, path: path.split(separator: "/").map(String.init), headers: Headers([]), body: Array(body.utf8))
    )
  }
}
