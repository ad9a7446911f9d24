/// Where a statement of the content comes from.
package struct Source: Sendable, Identifiable {
  package typealias ID = Identifier<Source>
  package let id: ID
  package let citation: String
  package let address: String
  package let note: String?
}
