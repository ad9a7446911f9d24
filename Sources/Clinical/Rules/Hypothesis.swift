/// A possible cause, scored by weighted rules. Nothing here is a diagnosis.
package struct Hypothesis: Sendable, Identifiable {
  package typealias ID = Identifier<Hypothesis>

  package enum Level: String, Sendable, Codable, Comparable {
    case none, possible, likely

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
    private var rank: Int {
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
    /// In plain words.
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
  package let possibleMinimum: Int
  package let likelyMinimum: Int
  /// Without this the score is 0.
  package let requires: Rule?
  package let rules: [WeightedRule]
  package let suggests: [Suggestion]
  /// What the therapist could examine: findings, or `trp.entries`.
  package let examine: [String]
  package let evidenceNote: String
}

extension Hypothesis {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    title = fields.text("title")
    plainExplanation = fields.text("plain_explanation")
    possibleMinimum = fields.integer("possible_min")
    likelyMinimum = fields.integer("likely_min")
    requires = vocabulary.optionalRule("requires", in: fields, stage: .hypothesis)
    rules = fields.objects("rules").map {
      WeightedRule(
        id: .init(rawValue: $0.id), weight: $0.integer("weight"),
        when: vocabulary.rule("when", in: $0, stage: .hypothesis),
        reason: $0.text("reason"))
    }
    suggests = fields.objects("suggests", idKey: "item").map {
      Suggestion(
        item: vocabulary.items.identifier("item", in: $0), priority: $0.integer("priority"),
        when: vocabulary.optionalRule("when", in: $0, stage: .plan))
    }
    examine = fields.texts("examine")
    evidenceNote = fields.text("evidence_note")
    if rules.reduce(0, { $0 + $1.weight }) < likelyMinimum {
      fields.fault("likely_min", "cannot be reached: lower it or add weight")
    }
    if possibleMinimum < 1 { fields.fault("possible_min", "must be at least 1") }
  }
}
