/// A combination of answers or findings that needs more than massage.
package struct RedFlag: Sendable, Identifiable {
  package typealias ID = Identifier<RedFlag>

  package enum Urgency: String, Sendable, Codable, CaseIterable, Comparable {
    case caution, refer, urgent, emergency

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
    private var rank: Int {
      switch self {
      case .caution: 1
      case .refer: 2
      case .urgent: 3
      case .emergency: 4
      }
    }
  }

  /// Whom the client is to call about an urgent flag, the most needful last.
  package enum Callee: String, Sendable, CaseIterable, Comparable {
    case practice, doctor, maternity

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
    private var rank: Int {
      switch self {
      case .practice: 1
      case .doctor: 2
      case .maternity: 3
      }
    }
  }

  package let id: ID
  package let title: String
  package let urgency: Urgency
  /// The message to the client.
  package internal(set) var clientMessage: String
  /// Whom the client is to call, if it is urgent and no emergency.
  package let callee: Callee
  /// The instruction to the therapist.
  package let therapistAction: String
  package let massage: MassageAdvice
  package let suggests: [HomeCareItem.ID]
  package let blockedTags: [String]
  package let blockedItems: [HomeCareItem.ID]
  package let when: Rule
  package let sources: [Source.ID]
  package let note: String?
  /// Whether it is kept off every page and paper of the client, who may not be the only reader.
  package let isPrivate: Bool
}

extension RedFlag {
  /// Returns whether the item is contraindicated while the flag is raised, whatever its own contraindications say.
  func blocks(_ item: HomeCareItem) -> Bool {
    blockedItems.contains(item.id) || blockedTags.contains { item.tags.contains($0) }
  }
}
