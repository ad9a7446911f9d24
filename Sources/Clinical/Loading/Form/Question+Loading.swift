import JSON

extension Question {
  convenience init(_ fields: Fields, _ vocabulary: Vocabulary, sections: [FormSection]) {
    let section = FormSection.ID(rawValue: fields.text("section"))
    let home = sections.first { $0.id == section }
    if home == nil { fields.fault("section", "is not among the sections: correct it or add the section") }
    let kind: Kind = fields.word("type", or: .text)
    let isChoice = kind == .single || kind == .multi
    let notAfterThisYear = fields["max"]?.string == "this_year"
    self.init(
      id: ID(rawValue: fields.id), section: section, order: fields.integer("order"),
      page: fields.optionalInteger("page") ?? home?.page ?? 1, text: fields.text("text"),
      hint: fields.optionalText("help"), why: fields.optionalText("why"), kind: kind, required: fields.flag("required"),
      choices: isChoice ? fields.objects("choices").map(Choice.init) : [],
      choiceGroups: fields.optionalObjects("groups").map(ChoiceGroup.init),
      showIf: vocabulary.optionalRule("show_if", in: fields, stage: .form),
      bounds: kind == .int || kind == .decimal ? Self.bounds(fields, openAbove: notAfterThisYear) : nil,
      notAfterThisYear: notAfterThisYear,
      earliest: kind == .date ? fields.optionalText("min").flatMap(CalendarDate.init(iso:)) : nil,
      notAfterToday: fields["max"]?.string == "today", defaultsToToday: fields["default"]?.string == "today",
      unit: fields.optionalText("unit"), maximumLength: fields.optionalInteger("max_len"),
      isNumericRating: fields["widget"]?.string == "nrs",
      columns: kind == .table ? fields.objects("columns").map(Column.init) : [],
      maximumEntries: fields.optionalInteger("max_rows") ?? fields.optionalInteger("max_entries"),
      asksSymptoms: fields["entry"]?["symptoms"] != nil, staffOnly: fields.optionalFlag("staff_only"),
      retired: fields.optionalFlag("retired"), requiredSince: fields.optionalText("required_since"),
      unread: fields["unread"] == nil ? nil : Unread(fields.object("unread")))
    checkShape(fields)
  }

  /// Reads a question of the check-in, which stands in no section, and whose table is about the items of a plan.
  convenience init(checkIn fields: Fields) {
    let kind: Kind = fields.word("type", or: .text)
    let isChoice = kind == .single || kind == .multi
    self.init(
      id: ID(rawValue: fields.id), section: FormSection.ID(rawValue: "checkin"), order: 0, page: 1,
      text: fields.text("text"), hint: fields.optionalText("help"), kind: kind, required: fields.flag("required"),
      choices: isChoice ? fields.objects("choices").map(Choice.init) : [], showIf: nil,
      bounds: kind == .int ? Self.bounds(fields, openAbove: false) : nil, notAfterThisYear: false, earliest: nil,
      notAfterToday: kind == .date, defaultsToToday: kind == .date, unit: nil,
      maximumLength: fields.optionalInteger("max_len"), isNumericRating: fields["widget"]?.string == "nrs",
      columns: [], maximumEntries: nil, asksSymptoms: false, staffOnly: false, retired: false, requiredSince: nil,
      unread: nil)
    checkShape(fields)
  }

  private static func bounds(_ fields: Fields, openAbove: Bool) -> ClosedRange<Double>? {
    let low = fields.number("min")
    let high = openAbove ? 9999 : fields.number("max")
    guard low <= high else {
      fields.fault("min", "is above max")
      return nil
    }
    return low...high
  }

  private func checkShape(_ fields: Fields) {
    switch kind {
    case .text, .longtext, .email, .phone, .signature:
      if maximumLength == nil { fields.fault("max_len", "is missing: every text needs a limit") }
    case .single:
      if choices.count < 2 { fields.fault("choices", "must be at least two") }
      if choices.contains(where: \.exclusive) { fields.fault("choices", "cannot be exclusive where only one is taken") }
    case .multi:
      if choices.count < 2 { fields.fault("choices", "must be at least two") }
      let groups = Set(choiceGroups.map(\.id))
      for choice in choices where choice.group.map({ !groups.contains($0) }) ?? false {
        fields.fault("choices", "\(choice.id) names a group that is not among the groups: correct it")
      }
    case .date, .int, .decimal, .regionMap, .table, .consent:
      break
    }
  }
}

extension Question.Choice {
  fileprivate init(_ fields: Fields) {
    id = ID(rawValue: fields.id)
    label = fields.text("label")
    exclusive = fields.optionalFlag("exclusive")
    retired = fields.optionalFlag("retired")
    unread = fields.optionalText("unread")
    group = fields.optionalText("group").map { Question.ChoiceGroup.ID(rawValue: $0) }
  }
}

extension Question.ChoiceGroup {
  fileprivate init(_ fields: Fields) {
    id = ID(rawValue: fields.id)
    label = fields.text("label")
  }
}

extension Question.Unread {
  fileprivate init(_ fields: Fields) {
    serves = fields.text("serves")
    why = fields.text("why")
  }
}

extension Question.Column {
  fileprivate init(_ fields: Fields) {
    id = fields.id
    label = fields.text("label")
    maximumLength = fields.integer("max_len")
    required = fields.optionalFlag("required")
  }
}
