import Care
import Clinical
import JSON
import Records

extension ClientClaim {
  var json: JSON {
    ["field": .string(detail.rawValue), "record": .string(recorded), "client_says": .string(claimed)]
  }
}

extension Client.Detail {
  /// The name of the detail, for a person.
  var label: String {
    switch self {
    case .fullName: "Name"
    case .email: "E-mail"
    case .phone: "Phone"
    case .birthDate: "Born"
    }
  }

  /// The detail within a sentence.
  var noun: String {
    switch self {
    case .fullName: "name"
    case .email: "e-mail"
    case .phone: "phone"
    case .birthDate: "birth date"
    }
  }

  /// Reads names of details, separated by commas.
  ///
  /// - Throws: exit 64, which lists the fields.
  static func list(_ names: String?) throws -> [Client.Detail] {
    try (names ?? "").split(separator: ",").map { name in
      guard let detail = Client.Detail(rawValue: String(name).trimmed) else {
        throw CommandError(
          .usage, "there is no field “\(name)”.", next: "Fields: \(allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return detail
    }
  }

  /// Checks a detail that was typed, and warns when it makes the client a minor.
  func check(_ value: String, _ console: Console) throws {
    guard try check(value) else { return }
    console.warn("Born on \(value), so under \(Self.adultAge): the form and the home care are written for adults.")
  }
}

extension Report {
  mutating func claims(_ claims: [ClientClaim]) {
    guard !claims.isEmpty else { return }
    heading("Not as in the record")
    table(
      Table(
        columns: [.init(heading: "Field"), .init(heading: "Record"), .init(heading: "Client says")],
        rows: claims.map {
          [StyledText($0.detail.label, .dim), StyledText($0.recorded), StyledText($0.claimed, .yellow)]
        }))
  }
}
