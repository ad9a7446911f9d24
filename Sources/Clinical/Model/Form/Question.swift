/// One question of the intake form. It is a class because every check of an answer passes its question on: that costs
/// one reference instead of a copy of everything the question holds.
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
    /// The reason for asking although no rule reads the choice.
    package let unread: String?
    /// The group that it is folded into; nil: it is always in sight.
    package let group: ChoiceGroup.ID?
  }

  /// Choices that are folded under one line, which names what is in it.
  package struct ChoiceGroup: Sendable, Identifiable {
    package typealias ID = Identifier<ChoiceGroup>
    package let id: ID
    package let label: String
  }

  /// What the choices that no rule reads are asked for.
  package struct Unread: Sendable {
    /// One word: contact, session, evaluation, item, consent or record.
    package let serves: String
    package let why: String
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
  /// A sentence under the label, to help with the answer.
  package let hint: String?
  /// Why it is asked, in a line for the client; nil where the page says it.
  package let why: String?
  package let kind: Kind
  package let required: Bool
  /// Every choice ever offered, in order.
  package let choices: [Choice]
  package let choiceGroups: [ChoiceGroup]
  /// The condition for showing the question; nil: it is always shown.
  package let showIf: Rule?
  /// Bounds of a number, in `unit`.
  package let bounds: ClosedRange<Double>?
  /// The upper bound is the year of the day the form is filled in.
  package let notAfterThisYear: Bool
  /// The earliest date that is accepted; nil: any. The latest one is today if `notAfterToday`.
  package let earliest: CalendarDate?
  package let notAfterToday: Bool
  /// Filled in with today when the form is opened.
  package let defaultsToToday: Bool
  package let unit: String?
  /// The longest text, in Unicode scalars as PostgreSQL's `char_length` counts them.
  package let maximumLength: Int?
  /// Whether the number is a rating from 0 to 10, drawn as a row of eleven buttons.
  package let isNumericRating: Bool
  package let columns: [Column]
  /// The most rows of a table or entries of a region map.
  package let maximumEntries: Int?
  /// Whether a region map also asks what is felt in a region, and how strongly.
  package let asksSymptoms: Bool
  /// Asked of the therapist only, never on the public form.
  package let staffOnly: Bool
  /// No longer asked; kept so that old records stay readable.
  package let retired: Bool
  /// The content version that first required an answer; nil is the first. Forms of earlier versions may lack one.
  package let requiredSince: String?
  /// The reason for the choices that no rule reads and that have no reason of their own.
  package let unread: Unread?

  init(
    id: ID, section: FormSection.ID, order: Int, page: Int, text: String, hint: String?,
    why: String? = nil, kind: Kind, required: Bool, choices: [Choice], choiceGroups: [ChoiceGroup] = [],
    showIf: Rule?, bounds: ClosedRange<Double>?, notAfterThisYear: Bool, earliest: CalendarDate?, notAfterToday: Bool,
    defaultsToToday: Bool, unit: String?, maximumLength: Int?, isNumericRating: Bool,
    columns: [Column], maximumEntries: Int?, asksSymptoms: Bool, staffOnly: Bool, retired: Bool,
    requiredSince: String?, unread: Unread?
  ) {
    self.id = id
    self.section = section
    self.order = order
    self.page = page
    self.text = text
    self.hint = hint
    self.why = why
    self.kind = kind
    self.required = required
    self.choices = choices
    self.choiceGroups = choiceGroups
    self.showIf = showIf
    self.bounds = bounds
    self.notAfterThisYear = notAfterThisYear
    self.earliest = earliest
    self.notAfterToday = notAfterToday
    self.defaultsToToday = defaultsToToday
    self.unit = unit
    self.maximumLength = maximumLength
    self.isNumericRating = isNumericRating
    self.columns = columns
    self.maximumEntries = maximumEntries
    self.asksSymptoms = asksSymptoms
    self.staffOnly = staffOnly
    self.retired = retired
    self.requiredSince = requiredSince
    self.unread = unread
  }
}

extension Question {
  /// Whether the client answers in their own words; names and signatures are none.
  package var isFreeText: Bool {
    (kind == .text || kind == .longtext) && section != "contact" && section != "consent"
  }

  /// The choices that are still offered.
  package var offeredChoices: [Choice] { choices.filter { !$0.retired } }
}
