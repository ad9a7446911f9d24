import Foundation
import PostgreSQL
import TestSupport
import Testing

/// Invitations: a client who has a link already may send the form twice.
@Suite(.serialized) struct InviteTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test(arguments: [["link"], ["qr"], ["send", "--by", "print"], ["send"], ["link", "-n"], ["send", "-n"]])
  func aNewLinkTellsOfThoseThatStillWork(words: [String]) async throws {
    if words[0] == "send" { try await scratch.registerOutboxKey() }
    let name = "Twice \(UUID().uuidString.prefix(8))"
    let client = try #require(
      try await scratch.json(["client", "add", name, "--email", "twice@example.org", "--yes"])["id"] as? String)
    let new = ["invite", words[0], client] + words.dropFirst()
    #expect(try await scratch.run(new, as: .mira).errorText.contains("still work") == false)
    for invite in try await open(of: client) { _ = try await scratch.json(["invite", "revoke", invite]) }
    let earlier = try #require(try await scratch.json(["invite", "link", client])["short_id"] as? String)
    let told = try await scratch.run(new + ["--width", "300"], as: .mira)
    #expect(told.status == 0, "\(told.errorText)")
    #expect(
      told.errorText.contains(
        "\(name) has another link that still works; plumbline invite revoke \(earlier) ends it."), "\(told.errorText)")
    for invite in try await open(of: client) { _ = try await scratch.json(["invite", "revoke", invite]) }
    #expect(try await scratch.run(new, as: .mira).errorText.contains("still work") == false)
  }

  /// What is looked at is in the audit, and not looked at once more for a while.
  @Test(arguments: [["link"], ["link", "-n"]])
  func aNewLinkLooksAtNoOtherClientsInvites(words: [String]) async throws {
    let client = try await scratch.newClient("Linked \(UUID().uuidString.prefix(8))")
    let superuser = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    _ = try await superuser.query(Statement("delete from clinic.sights"))
    let run = try await scratch.run(["invite", words[0], client] + words.dropFirst(), as: .mira)
    #expect(run.status == 0, "\(run.errorText)")
    let looks = try await superuser.query(Statement("select from clinic.sights where subject = 'list invites'"))
    #expect(looks.isEmpty)
  }

  private func open(of client: String) async throws -> [String] {
    let run = try await scratch.run(["invite", "list", "--open", "--json"], as: .mira)
    let invites = try JSONSerialization.jsonObject(with: Data(run.output)) as? [[String: Any]] ?? []
    return invites.filter { $0["client"] as? String == client }.compactMap { $0["short_id"] as? String }
  }
}
