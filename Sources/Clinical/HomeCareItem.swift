/// Something a client can do at home.
package struct HomeCareItem: Sendable, Identifiable {
  package typealias ID = Identifier<HomeCareItem>

  package struct Contraindication: Sendable {
    package typealias ID = Identifier<Contraindication>
    /// Who may lower a block.
    package enum Override: String, Sendable, Codable { case none, therapist, clinician }
    package let id: ID
    package let effect: Effect
    package let when: Rule
    package let note: String
    package let override: Override
  }

  /// How a contraindication limits an item; the strongest wins.
  package enum Effect: String, Sendable, Codable, Comparable {
    case caution
    case askFirst = "ask_first"
    case block

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
    private var rank: Int {
      switch self {
      case .caution: 1
      case .askFirst: 2
      case .block: 3
      }
    }
  }

  package let id: ID
  package let title: String
  package let category: String
  package let regions: [String]
  package let steps: [String]
  package let dose: Dose
  package let progression: String
  package let stopIf: [String]
  package let tags: [String]
  package let contraindications: [Contraindication]
  package let evidenceGrade: String
  package let evidenceNote: String
  package let equipment: [String]
  package let safeInHold: Bool
  package let core: Bool
  package let usesWhen: Rule?
}

/// How much and how often.
package struct Dose: Sendable {
  /// Amounts by name (`reps`, `sets`, `hold_s`, `minutes`, `times_per_day`, `days_per_week`, `weeks` ...), in the
  /// unit the name says.
  package let amounts: [String: Double]
  package let note: String?
}
