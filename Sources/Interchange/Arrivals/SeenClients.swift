import Care
import Clinical

/// The clients of the rows before, by what two records of one person share.
struct SeenClients {
  private var rows: [String: [(row: Int, birthDate: CalendarDate?)]] = [:]

  mutating func add(_ client: ArrivingClient) {
    for key in Self.contacts(client) + [Self.name(client)] {
      rows[key, default: []].append((client.row, client.birthDate))
    }
  }

  /// Returns the earlier rows with the same e-mail or phone number, or the same name unless the birth dates differ.
  func rows(like client: ArrivingClient) -> [Int] {
    let sharing = Self.contacts(client).flatMap { rows[$0] ?? [] }
    let namesakes = (rows[Self.name(client)] ?? []).filter { other in
      other.birthDate == nil || client.birthDate == nil || other.birthDate == client.birthDate
    }
    return Set((sharing + namesakes).map(\.row)).sorted()
  }

  private static func contacts(_ client: ArrivingClient) -> [String] {
    [client.email?.lowercased(), client.phone?.phoneKey].compactMap(\.self)
  }

  private static func name(_ client: ArrivingClient) -> String { "name \(client.name.foldedForSearch)" }
}
