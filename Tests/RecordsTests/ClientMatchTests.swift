import Foundation
import Records
import Testing

/// Looking up clients by words, among those whom each therapist may see.
@Suite struct ClientMatchTests {
  @Test func findsByTheBeginningsOfWordsWhateverTheAccents() async throws {
    let desk = try await Sessions.desk(.mira)
    let tag = UUID().uuidString.prefix(8).lowercased()
    let client = try await desk.addClient(
      id: .new(), name: "Élodie O’Brien \(tag)", email: nil, phone: "+351 912 345 678", birthDate: nil)
    for words in ["elodie \(tag)", "\(tag) OBRI", "\(tag) 912345"] {
      #expect(try await desk.matchingClients(words).map(\.client.id) == [client.id], "\(words)")
    }
    #expect(try await desk.matchingClients("\(tag) nobody").isEmpty)
    let exact = try await desk.matchingClients("+351912345678").filter { $0.client.id == client.id }.map(\.isExact)
    #expect(exact == [true])
    let found = try await desk.matchingClients("OBRI \(tag)")
    #expect(found.map(\.isNamed) == [true] && found.map(\.isExact) == [false])
    for other in [Sessions.Therapist.jonas, .tom] {
      #expect(try await Sessions.desk(other).matchingClients(tag).isEmpty, "\(other)")
    }
  }
}
