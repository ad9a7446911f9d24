extension Landmark {
  init(_ fields: Fields) {
    id = ID(rawValue: fields.id)
    name = fields.text("name")
  }
}

extension EvaluationView {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    name = fields.text("name")
    plainName = fields.text("plain")
    landmarks = vocabulary.landmarks.identifiers("landmarks", in: fields)
  }
}

extension Formula {
  init(_ fields: Fields) {
    id = ID(rawValue: fields.id)
    name = fields.text("name")
    unit = fields.text("unit")
    expression = fields.text("expr")
    note = fields.optionalText("notes") ?? ""
  }
}
