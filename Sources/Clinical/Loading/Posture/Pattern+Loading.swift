extension Pattern {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    name = fields.text("name")
    plainName = fields.text("plain_name")
    when = vocabulary.rule("when", in: fields, stage: .pattern)
    note = fields.optionalText("note")
    sources = vocabulary.sources.identifiers("sources", in: fields)
  }
}
