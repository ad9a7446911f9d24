import Clinical
import Records

/// A detail in which the client's answers differ from their record.
package struct ClientClaim: Sendable {
  package let detail: Client.Detail
  package let recorded: String
  package let claimed: String

  /// Whether the record says nothing that the answer would take the place of.
  package var fillsIn: Bool { recorded.isEmpty }
}

extension Client {
  /// Returns the details in which the answers differ from the record. Blank answers do not count.
  package func claims(in answers: Answers) -> [ClientClaim] {
    Detail.allCases.compactMap { detail in
      guard case .text(let answer)? = answers[detail.question] else { return nil }
      let claimed = answer.trimmed
      let recorded = text(of: detail)
      guard !claimed.isEmpty, !detail.isSame(claimed, recorded) else { return nil }
      return ClientClaim(detail: detail, recorded: recorded, claimed: claimed)
    }
  }

  /// What the record says, as answers of the form.
  package var knownAnswers: Answers {
    Detail.allCases.reduce(into: Answers()) { answers, detail in
      let text = text(of: detail)
      if !text.isEmpty { answers[detail.question] = .text(text) }
    }
  }

  /// The detail as it is typed; empty when the record has none.
  package func text(of detail: Detail) -> String {
    switch detail {
    case .fullName: fullName
    case .email: email ?? ""
    case .phone: phone ?? ""
    case .birthDate: birthDate?.iso ?? ""
    }
  }
}

extension Client.Detail {
  /// The question of the form that asks for it.
  fileprivate var question: Question.ID {
    switch self {
    case .fullName: "contact.full_name"
    case .email: "contact.email"
    case .phone: "contact.phone"
    case .birthDate: "contact.date_of_birth"
    }
  }

  /// Whether both texts say the same thing, however it is written.
  fileprivate func isSame(_ one: String, _ other: String) -> Bool {
    func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
    return switch self {
    case .fullName: words(one) == words(other)
    case .email: one.lowercased() == other.lowercased()
    case .phone: PhoneNumber(one) == PhoneNumber(other) || PhoneNumber(one).isSame(as: PhoneNumber(other))
    case .birthDate: one == other
    }
  }
}
