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

/// What a client can ask for from the page of the form they sent, against a real database.
@Suite(.serialized) struct WishTests {
  private let pool: ConnectionPool
  private let pages: IntakePages
  private let desk: Desk
  private let client: Client.ID
  private let token = LinkToken()

  init() async throws {
    _ = try ScratchInstance.current()
    desk = Desk(try await PostgresConnection.open(ScratchInstance.Service.mira.conninfo))
    client = try await desk.addClient(id: .new(), name: "Wishful", email: nil, phone: nil, birthDate: nil).id
    pool = ConnectionPool("service=door", connections: 2)
    pages = IntakePages(
      door: Door(pool), publicURL: "http://127.0.0.1", logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    _ = try await desk.createInvite(
      id: .new(), client: client, tokenHash: token.hash, expiresAt: Date(timeIntervalSinceNow: 3600),
      contentVersion: try ShareDirectory.contentPack().version, prefill: nil)
  }

  @Test func aWishIsToldByAButtonAndStaysUntilItIsDone() async throws {
    let key = try await send()
    #expect(try await receipt(key).contains("value=\"copy_of_record\""))
    for _ in 1...2 {
      #expect(await post("wish=copy_of_record", to: PagePath.wish, key).status == 303)
    }
    #expect(try await desk.notices(of: "\(client)") == [.wish(.copyOfRecord)])
    let page = try await receipt(key)
    #expect(!page.contains("value=\"copy_of_record\"") && page.contains("value=\"withdraw_consent\""))
    try await desk.finishWish(.copyOfRecord, of: "\(client)")
    #expect(try await receipt(key).contains("value=\"copy_of_record\""))
    await pool.close()
  }

  @Test func nobodyElseTellsAWish() async throws {
    _ = try await send()
    for key in [nil, DraftKey()] {
      let answer = await post("wish=withdraw_consent", to: PagePath.wish, key)
      #expect(String(decoding: answer.body, as: UTF8.self).contains("This form was sent"))
    }
    #expect(await post("wish=money", to: PagePath.wish, DraftKey()).status == 422)
    #expect(try await desk.notices(of: "\(client)").isEmpty)
    await pool.close()
  }

  @Test func aWishBeforeSendingLeadsBackToTheForm() async throws {
    let answer = await post("wish=withdraw_consent", to: PagePath.wish, nil)
    #expect(answer.status == 303)
    #expect(try await desk.notices(of: "\(client)").isEmpty)
    await pool.close()
  }

  // MARK: as a browser

  /// Sends the demo's answers in one piece.
  private func send() async throws -> DraftKey {
    let answer = try await post(FieldValues.demo().urlEncoded, to: nil, nil)
    let cookie = try #require(answer.headers.first { $0.name == "Set-Cookie" }?.value)
    let text = try #require(cookie.split(separator: ";").first?.split(separator: "=").last)
    return try #require(DraftKey(String(text)))
  }

  private func receipt(_ key: DraftKey) async throws -> String {
    let answer = await request(.get, [PagePath.receipt], key, body: "")
    #expect(answer.status == 200)
    return String(decoding: answer.body, as: UTF8.self)
  }

  private func post(_ body: String, to page: String?, _ key: DraftKey?) async -> Response {
    await request(.post, page.map { [$0] } ?? [], key, body: body)
  }

  private func request(_ method: Request.Method, _ page: [String], _ key: DraftKey?, body: String) async -> Response {
    await pages.router.respond(
      to: Request(
        method: method, path: ["i", token.text] + page,
        headers: Headers(key.map { [("Cookie", "\(pages.cookie.name(for: token))=\($0.text)")] } ?? []),
        body: Array(body.utf8)))
  }
}
