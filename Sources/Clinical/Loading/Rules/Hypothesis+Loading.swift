extension Hypothesis {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    title = fields.text("title")
    plainExplanation = fields.text("plain_explanation")
    isAsked = fields.optionalFlag("asked")
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
    // Packs older than the grades of causes have none.
    evidenceGrade = fields.optionalText("evidence_grade") ?? "custom"
    evidenceNote = fields.text("evidence_note")
    if rules.reduce(0, { $0 + $1.weight }) < likelyMinimum {
      fields.fault("likely_min", "cannot be reached: lower it or add weight")
    }
    if possibleMinimum < 1 { fields.fault("possible_min", "must be at least 1") }
  }
}
