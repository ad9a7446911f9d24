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

/// The therapist's portrait above the form, and the number that clients call, against a real database.
@Suite(.serialized) struct PortraitTests {
  private let pool = ConnectionPool("service=door", connections: 2)
  private let pages: IntakePages
  private let desk: Desk
  private let token = LinkToken()

  init() async throws {
    _ = try ScratchInstance.current()
    desk = Desk(try await PostgresConnection.open(ScratchInstance.Service.jonas.conninfo))
    let client = try await desk.addClient(id: .new(), name: "Portrait Seer", email: nil, phone: nil, birthDate: nil)
    pages = IntakePages(
      door: Door(pool), publicURL: "http://127.0.0.1", logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    _ = try await desk.createInvite(
      id: .new(), client: client.id, tokenHash: token.hash, expiresAt: Date(timeIntervalSinceNow: 3600),
      contentVersion: try ShareDirectory.contentVersion(), prefill: nil)
  }

  @Test func thePortraitIsAFileOfItsOwnThatABrowserKeeps() async throws {
    let without = await get([])
    #expect(!text(without).contains("<img") && without.headers.allSatisfy { $0.name != ContentSecurityPolicy.header })
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]
    try await desk.setPortrait(jpeg)
    let start = await get([])
    let policy = start.headers.first { $0.name == ContentSecurityPolicy.header }?.value
    #expect(policy?.contains("img-src 'self';") == true && policy?.contains("default-src 'none';") == true)
    let address = try #require(text(start).firstMatch(of: /<img src="\/i\/[^\/]+\/([^"]+)" alt="Portrait of Jonas"/)).1
    let picture = await get([String(address)])
    #expect(picture.status == 200 && picture.body == jpeg)
    #expect(picture.headers.contains { $0 == ("Content-Type", "image/jpeg") })
    #expect(picture.headers.contains { $0.name == "Cache-Control" && $0.value.contains("immutable") })
    #expect(!text(await get(["1"])).contains("<img"), "only the page of welcome has it")

    try await desk.setPortrait(jpeg + [0])
    #expect(!text(await get([])).contains(address), "another picture has another address")
    try await desk.setPortrait(nil)
    #expect(await get([String(address)]).status == 404)
    #expect(!text(await get([])).contains("<img"))
    await pool.close()
  }

  @Test func whoKnowsNoLinkSeesNoPortraitAndIsCountedAsGuessing() async throws {
    try await desk.setPortrait([0xFF, 0xD8, 0xFF, 0xD9])
    let guessed = await pages.router.respond(
      to: Request(method: .get, path: ["i", LinkToken().text, "portrait-0.jpg"], headers: Headers([]), body: []))
    #expect(guessed.status == 404 && guessed.countsAsGuess)
    try await desk.setPortrait(nil)
    await pool.close()
  }

  @Test func theNumberOfThePracticeIsCalledBeforeThatOfThePlace() async throws {
    let owner = Desk(try await PostgresConnection.open(ScratchInstance.Service.mira.conninfo))
    #expect(text(await get([PagePath.help])).contains("such as 112, 911 or 999"), "UTC is no place")
    try await owner.setPractice(.emergencyPhone, to: "+1 555 010 0911")
    #expect(text(await get([PagePath.help])).contains("href=\"tel:+15550100911\""))
    try await owner.setPractice(.emergencyPhone, to: nil)
    await pool.close()
  }

  private func text(_ response: Response) -> String { String(decoding: response.body, as: UTF8.self) }

  private func get(_ page: [String]) async -> Response {
    await pages.router.respond(
      to: Request(method: .get, path: ["i", token.text] + page, headers: Headers([]), body: []))
  }
}
