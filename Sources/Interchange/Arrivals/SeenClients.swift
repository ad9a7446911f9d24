import Care
import Clinical

/// The clients of the rows before, by what two records of one person share.
struct SeenClients {
  private var rows: [String: [(row: Int, birthDate: CalendarDate?)]] = [:]
  private var rowsByPhone: [String: [(row: Int, number: PhoneNumber)]] = [:]

  mutating func add(_ client: ArrivingClient) {
    for key in [client.email?.lowercased(), Self.name(client)].compactMap(\.self) {
      rows[key, default: []].append((client.row, client.birthDate))
    }
    guard let number = client.phone.map(PhoneNumber.init) else { return }
    for key in number.keys { rowsByPhone[key, default: []].append((client.row, number)) }
  }

  /// Returns the earlier rows with the same e-mail or phone number, or the same name unless the birth dates differ.
  func rows(like client: ArrivingClient) -> [Int] {
    let sharing = client.email.flatMap { rows[$0.lowercased()] } ?? []
    let number = client.phone.map(PhoneNumber.init)
    let called = number.map { number in
      number.keys.flatMap { rowsByPhone[$0] ?? [] }.filter { $0.number.isSame(as: number) }
    }
    let namesakes = (rows[Self.name(client)] ?? []).filter { other in
      other.birthDate == nil || client.birthDate == nil || other.birthDate == client.birthDate
    }
    return Set((sharing + namesakes).map(\.row) + (called ?? []).map(\.row)).sorted()
  }

  private static func name(_ client: ArrivingClient) -> String { "name \(client.name.foldedForSearch)" }
}
