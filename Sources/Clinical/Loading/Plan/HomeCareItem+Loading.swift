import JSON

extension HomeCareItem {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    title = fields.text("title")
    category = fields.text("category")
    regions = fields.texts("regions")
    muscles = vocabulary.muscles.identifiers("muscles", in: fields)
    steps = fields.texts("steps")
    dose = Dose(fields.object("dose"))
    progression = fields.text("progression")
    leadsTo = vocabulary.items.identifiers("leads_to", in: fields, isOptional: true)
    stopIf = fields.texts("stop_if")
    tags = fields.texts("tags")
    contraindications = fields.objects("contra").map {
      Contraindication(
        id: .init(rawValue: $0.id), effect: $0.word("effect", or: .block),
        when: vocabulary.rule("when", in: $0, stage: .plan), note: $0.text("note"),
        overridableBy: $0.word("override", or: .none))
    }
    let evidence = fields.object("evidence")
    evidenceGrade = evidence.text("grade")
    evidenceNote = evidence.text("note")
    sources = vocabulary.sources.identifiers("sources", in: evidence)
    equipment = fields.optionalTexts("equipment")
    safeInHold = fields.flag("safe_in_hold")
    core = fields.flag("core")
    usesWhen = vocabulary.optionalRule("uses_when", in: fields, stage: .plan)
    scope = fields.optionalText("scope")
    conflictsWith = vocabulary.items.identifiers("conflicts_with", in: fields, isOptional: true)
    for region in regions where vocabulary.regions(named: region) == nil {
      fields.fault("regions", "names \(region), which is neither a region nor a group")
    }
  }
}

extension Dose {
  fileprivate init(_ fields: Fields) {
    var amounts: [String: Double] = [:]
    for member in fields.members where !["note", "most", "side"].contains(member.key) && member.value != .null {
      guard let amount = member.value.number else {
        fields.fault(member.key, "must be a number or null")
        continue
      }
      amounts[member.key] = amount
    }
    self.amounts = amounts
    most = Self.most(in: fields, amounts)
    note = fields.optionalText("note")
    side = fields["side"] == nil ? nil : fields.word("side", or: .both)
  }

  private static func most(in fields: Fields, _ amounts: [String: Double]) -> [Amount: Int] {
    var most: [Amount: Int] = [:]
    for member in fields.members.first(where: { $0.key == "most" })?.value.members ?? [] {
      guard let amount = Amount(rawValue: member.key), let usual = amounts[member.key] else {
        fields.fault("most", "names \(member.key), which is no amount of this dose that a therapist may set")
        continue
      }
      guard let value = member.value.integer, Double(value) >= usual else {
        fields.fault("most", "\(member.key) must be a whole number, and not below the dose")
        continue
      }
      most[amount] = value
    }
    return most
  }
}
