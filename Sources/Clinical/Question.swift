/// One question of the intake form.
package struct Question: Sendable, Identifiable {
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
  package let text: String
  /// One sentence under the label: help, or why it is asked.
  package let hint: String?
  package let kind: Kind
  package let required: Bool
  package let choices: [Choice]
  /// Shown only while this holds; nil is always.
  package let showIf: Rule?
  /// Bounds of a number, in `unit`.
  package let bounds: ClosedRange<Double>?
  /// Bounds of a date; nil is open, and an upper bound of today is expressed by `notAfterToday`.
  package let earliest: CalendarDate?
  package let notAfterToday: Bool
  package let unit: String?
  /// In UTF-8 bytes.
  package let maximumLength: Int?
  /// Draw as a row of 0 to 10.
  package let isNumericRating: Bool
  package let columns: [Column]
  /// Rows of a table or entries of a region map.
  package let maximumEntries: Int?
  /// Asked of the therapist only, never on the public form.
  package let staffOnly: Bool
}

/// A topic of the form: a heading with its questions.
package struct FormSection: Sendable, Identifiable {
  package typealias ID = Identifier<FormSection>
  package let id: ID
  package let title: String
  package let intro: String
  package let order: Int
  /// The page of the web form, from 1.
  package let page: Int
}
