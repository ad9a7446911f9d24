/// A teaching model of findings that tend to come together, such as the upper crossed pattern.
package struct Pattern: Sendable, Identifiable {
  package typealias ID = Identifier<Pattern>
  package let id: ID
  package let name: String
  package let plainName: String
  package let when: Rule
  package let note: String?
  package let sources: [Source.ID]
}
