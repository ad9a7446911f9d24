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

/// What becomes of a link on its way, and of a device, against a real database.
@Suite(.serialized) struct LinkTests {
  private let pool = ConnectionPool("service=door", connections: 2)
  private let pages: IntakePages
  private let desk: Desk
  private let client: Client.ID
  private let token = LinkToken()

  init() async throws {
    _ = try ScratchInstance.current()
    desk = Desk(try await PostgresConnection.open(ScratchInstance.Service.mira.conninfo))
    client = try await desk.addClient(id: .new(), name: "Link Follower", email: nil, phone: nil, birthDate: nil).id
    pages = IntakePages(
      door: Door(pool), publicURL: "http://127.0.0.1", logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  @Test(arguments: [
    "{}.", "{},", "{})", "({}", "{}>", "<{}>", "{}\u{200B}", "\u{FEFF}{}", "{} ", "{}\u{2019}", "{}!?", "{}%",
  ])
  func whatStuckToALinkOnItsWayDoesNotMatter(_ written: String) {
    #expect(LinkToken(inText: written.replacing("{}", with: token.text)) == token)
  }

  @Test(arguments: ["{}x", "x{}", "{}.x", "{}-"])
  func whatCouldBelongToALinkIsNotCutOff(_ written: String) {
    #expect(LinkToken(inText: written.replacing("{}", with: token.text)) == nil)
  }

  /// A line of a mail has room for 76 characters, and mail programs end a link at most other signs.
  @Test func aLinkFitsIntoALineOfAMail() {
    #expect(token.address() == "/i/\(token.text)" && token.address().utf8.count == 46)
    #expect(token.text.wholeMatch(of: /[A-Za-z0-9_\-]{43}/) != nil)
  }

  @Test func aBrowserThatKeepsNoCookieIsToldSoAtOnce() async throws {
    try await invite()
    let begun = await post([], "submission=\(UUID().uuidString.lowercased())")
    let place = try #require(begun.headers.first { $0.name == "Location" }?.value)
    #expect(place == token.address("1") + "?kept")
    let blocked = await get(["1"], query: "kept")
    #expect(blocked.status == 409 && text(blocked).contains("This browser keeps nothing"))
    #expect(await get(["1"], query: "kept", from: "same-origin").status == 409)
    #expect(await get(["1"], query: "kept", from: "none").status == 200, "pasted into another browser")
    let cookie = try #require(begun.headers.first { $0.name == "Set-Cookie" }?.value)
    #expect(cookie.contains("SameSite=Lax") && cookie.contains("HttpOnly"))
    #expect(await get(["1"], query: "kept", cookie: String(cookie.prefix { $0 != ";" })).status == 200)
    await pool.close()
  }

  @Test func aDeviceForgetsItsFormWhenItIsTold() async throws {
    try await invite()
    let answer = await post([PagePath.done], "")
    let cookie = try #require(answer.headers.first { $0.name == "Set-Cookie" }?.value)
    #expect(cookie.hasPrefix(pages.cookie.name(for: token) + "=;") && cookie.contains("Max-Age=0"))
    #expect(pages.cookie.name(for: token) != pages.cookie.name(for: LinkToken()), "each link has a key of its own")
    await pool.close()
  }

  @Test func aSlashBehindALinkDoesNotMatter() async throws {
    try await invite()
    #expect(await get([""]).status == 200)
    #expect(await post([""], "submission=\(UUID().uuidString.lowercased())").status == 303)
    await pool.close()
  }

  @Test func aSharedDeviceKeepsNothingOfAFormThatWasSent() async throws {
    try await invite(onSharedDevice: true)
    let begun = await post([], "submission=\(UUID().uuidString.lowercased())")
    let key = try #require(begun.headers.first { $0.name == "Set-Cookie" }?.value.prefix { $0 != ";" })
    let form = try FieldValues.demo()
    let path = FormPath(pack: try ShareDirectory.contentPack(), hidden: [])
    for screen in path.screens where !screen.isDetour && !screen.stage.isDeeper {
      var fields = FieldValues()
      fields.replace(where: screen.owns(field:), from: form)
      _ = await post([screen.id], fields.urlEncoded, cookie: String(key))
    }
    let sent = await post([PagePath.check], "action=send", cookie: String(key))
    #expect(sent.status == 303 && sent.headers.contains { $0.name == "Set-Cookie" && $0.value.contains("Max-Age=0") })
    let after = text(await get([PagePath.receipt]))
    #expect(after.contains("Nothing of it is on this device any more") && !after.contains("What you sent"))
    await pool.close()
  }

  @Test func aSharedDeviceGetsNoKeyForAFormThatWasPostedInOneGo() async throws {
    try await invite(onSharedDevice: true)
    _ = try await pages.content.path(try ShareDirectory.contentVersion(), hidden: [])
    let form = try FieldValues.demo().urlEncoded
    // The second time it is a receipt for what came before.
    for _ in 1...2 {
      let sent = await post([], form)
      let cookies = sent.headers.filter { $0.name == "Set-Cookie" }.map(\.value)
      #expect(sent.status == 303 && cookies.count == 1 && cookies.allSatisfy { $0.contains("Max-Age=0") })
    }
    #expect(try await desk.intakes(of: client).count == 1)
    await pool.close()
  }

  @Test func anEndedLinkAsksForANewOneAndNamesNobody() async throws {
    try await invite()
    try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo).end(token)
    let ended = await get([])
    #expect(ended.status == 410 && text(ended).contains("Ask for a new link"))
    #expect(!text(ended).contains("Mira") && !text(ended).contains("Stillwater"))
    #expect(await post([PagePath.newLink], "").status == 200)
    #expect(try await desk.notices(of: "\(client)") == [.wish(.newLink)])
    await pool.close()
  }

  @Test func whoAsksToBeCalledStandsInTodayWithoutAnAnswer() async throws {
    try await invite()
    #expect(text(await get([PagePath.help])).contains("Ask Mira to call me"))
    #expect(try await desk.notices(of: "\(client)").isEmpty, "looking tells nobody anything")
    #expect(text(await post([PagePath.call], "")).contains("to call you"))
    #expect(try await desk.notices(of: "\(client)") == [.wish(.call)])
    await pool.close()
  }

  // MARK: a browser

  private func invite(onSharedDevice: Bool = false) async throws {
    let version = try ShareDirectory.contentVersion()
    _ = try await desk.createInvite(
      id: .new(), client: client, tokenHash: token.hash, expiresAt: Date(timeIntervalSinceNow: 3600),
      contentVersion: version, prefill: nil, onSharedDevice: onSharedDevice)
  }

  private func text(_ response: Response) -> String { String(decoding: response.body, as: UTF8.self) }

  private func post(_ page: [String], _ body: String, cookie: String? = nil) async -> Response {
    await pages.router.respond(
      to: Request(
        method: .post, path: ["i", token.text] + page, headers: Headers(cookie.map { [("Cookie", $0)] } ?? []),
        body: Array(body.utf8)))
  }

  private func get(
    _ page: [String], query: String? = nil, cookie: String? = nil, from site: String? = nil
  ) async -> Response {
    let headers = [("Cookie", cookie), ("Sec-Fetch-Site", site)].compactMap { name, value in
      value.map { (name: name, value: $0) }
    }
    return await pages.router.respond(
      to: Request(
        method: .get, path: ["i", token.text] + page, query: query, headers: Headers(headers), body: []))
  }
}
