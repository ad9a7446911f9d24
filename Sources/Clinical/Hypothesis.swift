/// A possible cause, scored by weighted rules. Nothing here is a diagnosis.
package struct Hypothesis: Sendable, Identifiable {
  package typealias ID = Identifier<Hypothesis>

  package enum Level: String, Sendable, Codable { case none, possible, likely }

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
  package let requires: Rule?
  package let rules: [WeightedRule]
  package let suggests: [Suggestion]
}
