import JSON

/// One question of the intake form. A class, because every answer is held against its question: passing one on is to
/// cost a reference, not a copy of everything it says.
package final class Question: Sendable, Identifiable {
  package typealias ID = Identifier<Question>

  /// How a question is answered; the shape of the answer follows from it (see `AnswerValue`).
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case text, longtext, date, email, phone, int, decimal, single, multi
    case regionMap = "region_map"
    case table, consent, signature
  }

  package struct Choice: Sendable, Identifiable {
    package typealias ID = Identifier<Choice>
    package let id: ID
    package let label: String
    /// Stands alone: "none" and its like cannot be ticked beside another choice.
    package let exclusive: Bool
    /// No longer offered; kept so that old records stay readable.
    package let retired: Bool
  }

  /// A column of a table question.
  package struct Column: Sendable {
    package let id: String
    package let label: String
    package let maximumLength: Int
    package let required: Bool
  }

  package let id: ID
  package let section: FormSection.ID
  package let order: Int
  /// The page of the web form, from 1.
  package let page: Int
  package let text: String
  /// One sentence under the label: help, or why it is asked.
  package let hint: String?
  package let kind: Kind
  package let required: Bool
  /// Those that were ever offered, in order.
  package let choices: [Choice]
  /// Shown only while this holds; nil is always.
  package let showIf: Rule?
  /// Bounds of a number, in `unit`.
  package let bounds: ClosedRange<Double>?
  /// The upper bound is the year of the day the form is filled in.
  package let notAfterThisYear: Bool
  /// Bounds of a date; nil is open, and an upper bound of today is expressed by `notAfterToday`.
  package let earliest: CalendarDate?
  package let notAfterToday: Bool
  /// Filled in with today when the form is opened.
  package let defaultsToToday: Bool
  package let unit: String?
  /// In Unicode scalars, as PostgreSQL's `char_length` counts.
  package let maximumLength: Int?
  /// Draw as a row of 0 to 10.
  package let isNumericRating: Bool
  package let columns: [Column]
  /// Rows of a table or entries of a region map.
  package let maximumEntries: Int?
  /// A region map that also asks what is felt in a region, and how strongly.
  package let asksSymptoms: Bool
  /// Asked of the therapist only, never on the public form.
  package let staffOnly: Bool
  /// No longer asked; kept so that old records stay readable.
  package let retired: Bool

  init(_ fields: Fields, _ vocabulary: Vocabulary, sections: [FormSection]) {
    id = ID(rawValue: fields.id)
    section = FormSection.ID(rawValue: fields.text("section"))
    order = fields.integer("order")
    let home = sections.first { [section] in $0.id == section }
    if home == nil { fields.fault("section", "is not among the sections: correct it or add the section") }
    page = fields.optionalInteger("page") ?? home?.page ?? 1
    text = fields.text("text")
    hint = fields.optionalText("help")
    kind = fields.word("type", or: .text)
    required = fields.flag("required")
    let isChoice = kind == .single || kind == .multi
    choices = isChoice ? fields.objects("choices").map(Choice.init) : []
    showIf = vocabulary.optionalRule("show_if", in: fields, stage: .form)
    unit = fields.optionalText("unit")
    maximumLength = fields.optionalInteger("max_len")
    isNumericRating = fields["widget"]?.string == "nrs"
    columns = kind == .table ? fields.objects("columns").map(Column.init) : []
    maximumEntries = fields.optionalInteger("max_rows") ?? fields.optionalInteger("max_entries")
    asksSymptoms = fields["entry"]?["symptoms"] != nil
    staffOnly = fields.optionalFlag("staff_only")
    retired = fields.optionalFlag("retired")
    notAfterThisYear = fields["max"]?.string == "this_year"
    notAfterToday = fields["max"]?.string == "today"
    defaultsToToday = fields["default"]?.string == "today"
    earliest = kind == .date ? fields.optionalText("min").flatMap(CalendarDate.init(iso:)) : nil
    bounds = kind == .int || kind == .decimal ? Self.bounds(fields, openAbove: notAfterThisYear) : nil
    checkShape(fields)
  }
}

extension Question {
  /// What can be chosen today.
  package var offeredChoices: [Choice] { choices.filter { !$0.retired } }

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
