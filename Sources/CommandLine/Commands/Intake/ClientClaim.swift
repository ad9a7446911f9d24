import Clinical
import JSON
import Records

/// A detail that the client's answers give otherwise than their record has it.
struct ClientClaim: Sendable {
  let detail: Client.Detail
  let recorded: String
  let claimed: String

  var json: JSON {
    ["field": .string(detail.rawValue), "record": .string(recorded), "client_says": .string(claimed)]
  }
}

extension Client {
  /// Where the answers differ from the record. A blank answer says nothing.
  func claims(in answers: Answers) -> [ClientClaim] {
    Detail.allCases.compactMap { detail in
      guard case .text(let answer)? = answers[detail.question] else { return nil }
      let claimed = answer.trimmingWhitespace
      let recorded = text(of: detail)
      guard !claimed.isEmpty, detail.essence(of: claimed) != detail.essence(of: recorded) else { return nil }
      return ClientClaim(detail: detail, recorded: recorded, claimed: claimed)
    }
  }
}

extension Client.Detail {
  /// The question of the form that asks for it.
  var question: Question.ID {
    switch self {
    case .fullName: "contact.full_name"
    case .email: "contact.email"
    case .phone: "contact.phone"
    case .birthDate: "contact.date_of_birth"
    }
  }

  /// To a person.
  var label: String {
    switch self {
    case .fullName: "Name"
    case .email: "E-mail"
    case .phone: "Phone"
    case .birthDate: "Born"
    }
  }

  /// From names separated by commas.
  /// - Throws: exit 64 with the fields there are.
  static func list(_ names: String?) throws -> [Client.Detail] {
    try (names ?? "").split(separator: ",").map { name in
      guard let detail = Client.Detail(rawValue: String(name).trimmingWhitespace) else {
        throw CommandError(
          .usage, "there is no field “\(name)”.", next: "Fields: \(allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return detail
    }
  }

  /// What is left when the ways of writing the same thing are taken away.
  fileprivate func essence(of text: String) -> String {
    switch self {
    case .fullName: text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    case .email: text.lowercased()
    case .phone: text.phoneDigits
    case .birthDate: text
    }
  }
}

extension Sheet {
  mutating func claims(_ claims: [ClientClaim]) {
    guard !claims.isEmpty else { return }
    heading("Not as in the record")
    table(
      Table(
        columns: [.init(heading: "Field"), .init(heading: "Record"), .init(heading: "Client says")],
        rows: claims.map { [Inked($0.detail.label, .dim), Inked($0.recorded), Inked($0.claimed, .yellow)] }))
  }
}
