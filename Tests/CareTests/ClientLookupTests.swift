import Clinical
import Foundation
import Testing

@testable import Care
@testable import Records

@Suite struct ClientLookupTests {
  private static func client(
    _ shortID: String, _ name: String, email: String? = nil, phone: String? = nil, born: Int = 1980
  )
    -> Client
  {
    Client(
      id: Client.ID(UUID()), shortID: shortID, fullName: name, email: email, phone: phone,
      birthDate: CalendarDate(year: born, month: 3, day: 9), practitioner: "Mira", archived: false, createdAt: Date())
  }

  private let lookup = ClientLookup(clients: [
    client("k7f3", "Ana Lima", email: "ana@example.org", phone: "+351 912 345 678"),
    client("33zk", "Zoë O’Hara", born: 1979),
    client("63mm", "Zoë Okafor", born: 1990),
    client("p2xm", "陈波"),
    client("89mm", "Kateryna Kowalski"),
  ])

  private func found(_ words: String) -> [String] {
    switch lookup.find(words) {
    case .one(let client): [client.shortID]
    case .near(let clients): ["near"] + clients.map(\.shortID)
    case .several(let clients): clients.map(\.shortID)
    case .none: []
    }
  }

  @Test(arguments: [
    ("k7f3", ["k7f3"]), ("K7F3", ["k7f3"]), ("ANA@example.org", ["k7f3"]), ("+351912345678", ["k7f3"]),
    ("ana lima", ["k7f3"]), ("lima", ["k7f3"]), ("zoe o'hara", ["33zk"]), ("陈波", ["p2xm"]), ("zo", ["33zk", "63mm"]),
    ("zoe ohra", ["near", "33zk"]), ("katerina kowalsky", ["near", "89mm"]), ("nobody at all", []), ("", []),
  ])
  func findsByIdAddressNameAndNearlyName(words: String, expected: [String]) {
    #expect(found(words) == expected)
  }

  @Test func namesLikelyDuplicates() {
    #expect(
      lookup.likelyDuplicates(name: "Anna Lima", email: nil, phone: nil, birthDate: nil).map(\.shortID) == ["k7f3"])
    let other = lookup.likelyDuplicates(
      name: "Ana Lima", email: nil, phone: nil, birthDate: CalendarDate(year: 2001, month: 1, day: 1))
    #expect(other.isEmpty)
  }
}
