/// Something a client can do at home.
package struct HomeCareItem: Sendable, Identifiable {
  package typealias ID = Identifier<HomeCareItem>

  package struct Contraindication: Sendable, Identifiable {
    package typealias ID = Identifier<Contraindication>
    /// The person who may override a block.
    package enum OverrideAuthority: String, Sendable, Codable { case none, therapist, clinician }
    package let id: ID
    package let effect: Effect
    package let when: Rule
    package let note: String
    package let overridableBy: OverrideAuthority
  }

  /// How a contraindication limits an item; the strongest effect wins.
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

  /// Why an item that a practice wrote itself is of no use.
  package enum Withdrawal: Sendable, Hashable {
    /// The practice gives it no more.
    case retired
    /// The content does not say what forbids its kinds of load.
    case unchecked
  }

  package let id: ID
  package let title: String
  package let category: String
  package let regions: [String]
  package let muscles: [Muscle.ID]
  package let steps: [String]
  package var dose: Dose
  package let progression: String
  /// The items whose contraindications also forbid going on.
  package let leadsTo: [ID]
  package let stopIf: [String]
  package let tags: [String]
  package let contraindications: [Contraindication]
  package let evidenceGrade: String
  package let evidenceNote: String
  package let sources: [Source.ID]
  package let equipment: [String]
  package let safeInHold: Bool
  package let core: Bool
  /// The condition under which the client already has or uses it.
  package let usesWhen: Rule?
  /// `information_only` for items on which a massage therapist may not advise; nil otherwise.
  package let scope: String?
  /// The items that must not be done in the same session.
  package let conflictsWith: [ID]
  /// Why no plan may take it in; nil for everything in the content.
  package internal(set) var withdrawal: Withdrawal?

  /// Whether it is somebody to see.
  package var isReferral: Bool { category == "referral" }

  /// Whether it is something to do, and neither advice nor somebody to see.
  package var isThingToDo: Bool { !isReferral && category != "education" }
}
