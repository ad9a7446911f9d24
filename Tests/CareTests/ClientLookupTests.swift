import Clinical
import Foundation
import Records
import Testing

@testable import Care

/// Finding the client that a therapist means, in a real instance that holds many others.
@Suite(.serialized) struct ClientLookupTests {
  private let caseload: Caseload
  private var lookup: ClientLookup { ClientLookup(at: caseload.desk) }
  /// A surname of random letters, so that no other record has it.
  private let surname = "Quor" + String((0..<8).compactMap { _ in "bcdfghjklmnp".randomElement() })

  init() async throws { caseload = try await Caseload() }

  private func add(
    _ name: String, email: String? = nil, phone: String? = nil, born: String? = nil
  ) async throws -> Client {
    try await caseload.desk.addClient(
      id: .new(), name: name, email: email, phone: phone, birthDate: born.flatMap { CalendarDate(iso: $0) })
  }

  private func found(_ words: String) async throws -> [Client.ID] {
    switch try await lookup.find(words) {
    case .one(let client): [client.id]
    case .several(let clients): clients.map(\.id)
    case .near, .none: []
    }
  }

  private func near(_ words: String) async throws -> [Client.ID] {
    if case .near(let clients) = try await lookup.find(words) { clients.map(\.id) } else { [] }
  }

  @Test func findsByIdAddressPhoneAndName() async throws {
    let digits = (0..<9).map { _ in "\(Int.random(in: 1...9))" }.joined()
    let client = try await add("Zoë O’Hara \(surname)", email: "zoe.\(surname)@example.org", phone: "+351 \(digits)")
    let references = [
      "\(client.id)", client.shortID, client.shortID.uppercased(), "ZOE.\(surname.uppercased())@example.org",
      "+351\(digits)", "zoe o'hara \(surname.lowercased())", surname, "\(surname.dropLast(2)) ZO",
    ]
    for reference in references { #expect(try await found(reference) == [client.id], "\(reference)") }
  }

  @Test func prefersTheExactNameAndElseNamesAllThatFit() async throws {
    let short = try await add("Ana \(surname)")
    let long = try await add("Ana \(surname)es")
    #expect(try await found("ana \(surname)") == [short.id])
    #expect(Set(try await found(String(surname.dropLast()))) == [short.id, long.id])
  }

  @Test func namesWhoIsSpelledNearlySo() async throws {
    let client = try await add("Kateryna \(surname)")
    #expect(try await near("Katerina \(surname)") == [client.id])
    #expect(try await near("Ktaeryna \(surname)") == [client.id], "a slip at the beginning of one word")
    #expect(try await near("Kateryna Something Else").isEmpty)
  }

  @Test(arguments: ["", "-", "nobody at all of that name"])
  func findsNobody(words: String) async throws {
    #expect(try await found(words).isEmpty)
    #expect(try await near(words).isEmpty)
  }

  /// For one the database is asked, many are compared in memory.
  @Test(arguments: [false, true])
  func namesLikelyDuplicates(inMemory: Bool) async throws {
    let digits = (0..<7).map { _ in "\(Int.random(in: 1...9))" }.joined()
    let client = try await add(
      "Ana \(surname)", email: "\(surname)@example.org", phone: "+49 170 \(digits)", born: "1980-03-09")
    let candidates: any ClientCandidates =
      inMemory ? KnownClients(try await caseload.desk.clients(includingArchived: true)) : lookup
    func alike(
      _ name: String, email: String? = nil, phone: String? = nil, born: String? = nil
    ) async throws -> [Client.ID] {
      let person = PersonTraits(
        name: name, email: email, phone: phone, birthDate: born.flatMap { CalendarDate(iso: $0) })
      return try await candidates.likelyDuplicates(of: person).map(\.id)
    }
    #expect(try await alike("Anna \(surname)") == [client.id])
    #expect(try await alike("Anna \(surname)", born: "2001-01-01").isEmpty)
    #expect(try await alike("Somebody Else", email: "\(surname.uppercased())@example.org") == [client.id])
    #expect(try await alike("Somebody Else", phone: "0170 \(digits)") == [client.id])
    #expect(try await alike("Somebody Else", phone: "+44 170 \(digits)").isEmpty)
  }
}
