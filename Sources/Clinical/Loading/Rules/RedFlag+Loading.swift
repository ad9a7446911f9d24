extension RedFlag {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    title = fields.text("title")
    urgency = fields.word("urgency", or: .emergency)
    clientMessage = fields.text("client_message")
    callee = fields.optionalText("call") == nil ? .doctor : fields.word("call", or: .doctor)
    therapistAction = fields.text("therapist_action")
    massage = fields.word("massage", or: .stop)
    suggests = vocabulary.items.identifiers("suggests", in: fields)
    let blocks = fields.object("blocks")
    blockedTags = blocks.texts("tags")
    blockedItems = vocabulary.items.identifiers("items", in: blocks)
    when = vocabulary.rule("when", in: fields, stage: .redFlag)
    sources = vocabulary.sources.identifiers("sources", in: fields)
    note = fields.optionalText("note")
    isPrivate = fields.optionalFlag("private")
    // How many of 1,000 ordinary clients the rule stops, by our own model of them: for those who write the content.
    _ = fields.optionalNumber("ordinary_per_1000")
    if urgency >= .urgent && suggests.isEmpty {
      fields.fault("suggests", "an emergency or urgent flag must name a referral item")
    }
  }
}
