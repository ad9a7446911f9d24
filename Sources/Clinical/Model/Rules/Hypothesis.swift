/// A possible cause, scored by weighted rules. Nothing here is a diagnosis.
package struct Hypothesis: Sendable, Identifiable {
  package typealias ID = Identifier<Hypothesis>

  package enum Level: String, Sendable, Codable, Comparable {
    case none, possible, likely

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
    var rank: Int {
      switch self {
      case .none: 0
      case .possible: 1
      case .likely: 2
      }
    }
  }

  package struct WeightedRule: Sendable, Identifiable {
    package typealias ID = Identifier<WeightedRule>
    package let id: ID
    package let weight: Int
    package let when: Rule
    /// The reason in plain words.
    package let reason: String
  }

  package struct Suggestion: Sendable {
    package let item: HomeCareItem.ID
    package let priority: Int
    package let when: Rule?
  }

  package let id: ID
  package let title: String
  package let plainExplanation: String
  /// Whether clients ask about it themselves, so that a plan that answers it names it once it is possible.
  package let isAsked: Bool
  package let possibleMinimum: Int
  package let likelyMinimum: Int
  /// The condition without which the score is 0.
  package let requires: Rule?
  package let rules: [WeightedRule]
  package internal(set) var suggests: [Suggestion]
  /// What the therapist could examine: ids of findings, or `trp.entries` for trigger points.
  package let examine: [String]
  package let evidenceGrade: String
  package let evidenceNote: String
}
