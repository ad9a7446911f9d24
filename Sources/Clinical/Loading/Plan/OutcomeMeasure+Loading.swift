extension OutcomeMeasure {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    name = fields.text("name")
    askedBy = fields.texts("asked_by")
    let low = fields.number("min")
    range = low...max(low, fields.number("max"))
    better = fields.word("better", or: .lower)
    let meaningful = fields.object("meaningful")
    meaningfulPoints = meaningful.optionalNumber("points")
    meaningfulPercent = meaningful.optionalNumber("percent")
    sources = vocabulary.sources.identifiers("sources", in: fields)
  }
}
