extension FormStage {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    title = fields.text("title")
    why = fields.optionalText("why") ?? ""
    isDeeper = fields.optionalFlag("deeper")
    offeredIf = vocabulary.optionalRule("offered_if", in: fields, stage: .form)
  }

  /// Reads the stages. Of content before 1.5.0, which names none, each page is one.
  static func all(_ fields: Fields, _ vocabulary: Vocabulary) -> [FormStage] {
    guard fields["stages"] == nil else { return fields.objects("stages").map { FormStage($0, vocabulary) } }
    return fields.objects("pages").map { FormStage($0, vocabulary) }
  }
}

extension Agreement {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    title = fields.text("title")
    questions = vocabulary.questions.identifiers("of", in: fields)
    without = fields.text("without")
  }
}
