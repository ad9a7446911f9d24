extension Source {
  init(_ fields: Fields) {
    id = ID(rawValue: fields.id)
    citation = fields.text("cite")
    address = fields.optionalText("url") ?? ""
    note = fields.optionalText("note")
  }
}
