/// The answer to one question, in the shape that the kind of the question calls for.
package enum AnswerValue: Sendable, Hashable {
  /// text, longtext, email, phone, signature; a date as ISO 8601; a single choice by its id.
  case text(String)
  /// int and decimal, in the question's unit.
  case number(Double)
  /// multi: ids of the ticked choices.
  case choices([Question.Choice.ID])
  /// consent: whether it was given.
  case consent(Bool)
  /// region_map
  case regions([MarkedRegion])
  /// table: the cells of each row, by column id.
  case rows([[String: String]])
}

/// One region marked on the body chart.
package struct MarkedRegion: Sendable, Hashable {
  package var region: BodyRegion.ID
  package var symptoms: [Symptom.ID]
  /// Pain there, 0 to 10; nil when not asked.
  package var nrs: Int?
  package var note: String?

  package init(region: BodyRegion.ID, symptoms: [Symptom.ID] = [], nrs: Int? = nil, note: String? = nil) {
    self.region = region
    self.symptoms = symptoms
    self.nrs = nrs
    self.note = note
  }
}

/// A client's answers, by question. A question that was not answered is absent.
package struct Answers: Sendable, Hashable {
  package var values: [Question.ID: AnswerValue]

  package init(_ values: [Question.ID: AnswerValue] = [:]) {
    self.values = values
  }

  package subscript(id: Question.ID) -> AnswerValue? {
    get { values[id] }
    set { values[id] = newValue }
  }
}

extension AnswerValue {
  /// Whether the answer holds nothing, which counts as not answered.
  package var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .choices(let ids): ids.isEmpty
    case .regions(let entries): entries.isEmpty
    case .rows(let rows): rows.isEmpty
    case .number, .consent: false
    }
  }

  /// Returns the texts of the answer that the client wrote freely: an answer in their own words, or the notes on a body
  /// chart, even beside a region that the pack does not have.
  ///
  /// - Parameter isFreeText: of the question (`Question.isFreeText`).
  func ownWords(isFreeText: Bool) -> [String] {
    switch self {
    case .text(let text): isFreeText ? [text] : []
    case .regions(let entries): entries.compactMap(\.note)
    case .number, .choices, .consent, .rows: []
    }
  }

  /// Whether there is nothing but white space, which does not answer a required question.
  var isBlank: Bool {
    if case .text(let text) = self { return text.isBlank }
    return isEmpty
  }
}
