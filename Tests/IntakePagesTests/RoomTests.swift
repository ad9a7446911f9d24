import Foundation
import HTTPServer
import Logging
import PostgreSQL
import Sealing
import Testing

@testable import IntakePages
@testable import Records

/// No form is looked at while the practice of its link has no room in the queue for the database.
@Suite struct RoomTests {
  /// A database that takes nothing more of a practice, and must not be asked.
  private struct FullDatabase: PostgresClient {
    func query(_ statement: Statement) async throws(PostgresError) -> [Row] {
      Issue.record("the database was asked")
      throw PostgresError(sqlState: nil, message: "full")
    }
    func hasRoom(for group: String) async -> Bool { false }
  }

  @Test(arguments: [
    ["i"], ["i", "2"], ["i", "resume"], ["i", "wish"], ["i", "check"], ["p", "how"], ["p", "worry"],
  ])
  func everyFormComesBackWithoutAskingTheDatabase(place: [String]) async {
    let door = Door(FullDatabase())
    let token = LinkToken()
    door.linkPractices[token.hash] = LinkedPractice(id: "full", zone: .gmt)
    let pages = IntakePages(
      door: door, publicURL: "http://127.0.0.1", logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let typed = "visit.reason=It+all+began+when+I+carried+a+wardrobe+up+the+stairs+alone%2C+last+week"
    let answer = await pages.router.respond(
      to: Request(
        method: .post, path: [place[0], token.text] + place.dropFirst(), headers: Headers([]),
        body: Array("submission=\(UUID().uuidString.lowercased())&\(typed)".utf8)))
    #expect(answer.status == 503)
    #expect(answer.text.contains("carried a wardrobe"))
  }
}
