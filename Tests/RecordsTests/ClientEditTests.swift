import Foundation
import Records
import Testing

/// Two who correct the same client at once.
@Suite struct ClientEditTests {
  private static let stale = Refusal.stale("the client was changed by somebody else meanwhile")

  @Test func whoReadTheClientBeforeTheOtherWroteIsTold() async throws {
    let desk = try await Sessions.desk(.mira)
    let read = try await client(desk)
    let written = try await desk.editClient(read, [.phone: "+351 912 345 678"])
    await #expect(throws: Self.stale) { _ = try await desk.editClient(read, [.email: "late@example.org"]) }
    let kept = try await desk.client("\(read.id)")
    #expect(kept.phone == "+351 912 345 678" && kept.email == nil && kept.version == written.version)
    #expect(try await desk.editClient(kept, [.email: "then@example.org"]).email == "then@example.org")
  }

  @Test func ofThoseWhoWriteAtOnceOneIsTaken() async throws {
    let read = try await client(try await Sessions.desk(.mira))
    let desks = [Desk(try await Sessions.connection("mira")), Desk(try await Sessions.connection("mira"))]
    let taken = await withTaskGroup(of: Bool.self) { tasks in
      for (place, desk) in desks.enumerated() {
        tasks.addTask { (try? await desk.editClient(read, [.phone: "+1 555 010 010\(place)"])) != nil }
      }
      return await tasks.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(taken == 1)
  }

  private func client(_ desk: Desk) async throws -> Client {
    try await desk.addClient(
      id: .new(), name: "Edited \(UUID().uuidString.prefix(8))", email: nil, phone: nil, birthDate: nil)
  }
}
