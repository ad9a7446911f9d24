/// Where a statement of the content comes from.
package struct Source: Sendable, Identifiable {
  package typealias ID = Identifier<Source>
  package let id: ID
  package let citation: String
  package let address: String
  package let note: String?
}

extension Source {
  init(_ fields: Fields) {
    id = ID(rawValue: fields.id)
    citation = fields.text("cite")
    address = fields.optionalText("url") ?? ""
    note = fields.optionalText("note")
  }
}
