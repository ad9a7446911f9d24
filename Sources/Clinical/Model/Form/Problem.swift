/// A fault in an answer, for the person who gave it.
package struct Problem: Sendable, Hashable, Codable {
  /// A stable name for programs and translations, such as `answer.required` or `number.too_large`.
  package let code: String
  package let question: Question.ID
  /// A plain sentence that says what is wrong.
  package let message: String
  /// A sentence that says what to do about it.
  package let hint: String

  package init(code: String, question: Question.ID, message: String, hint: String) {
    self.code = code
    self.question = question
    self.message = message
    self.hint = hint
  }
}

extension Problem {
  /// Whether the problem is that the client does not agree. That is an answer and is recorded, except for the consent to
  /// keep health data, without which there can be no record.
  package func isRefusal(by value: AnswerValue?) -> Bool {
    value == .consent(false) && question != "consent.health_data"
  }
}

extension Problem {
  /// The codes of all problems that this module finds.
  package enum Code: String, Sendable, CaseIterable {
    case answerRequired = "answer.required"
    case answerShape = "answer.shape"
    /// What was typed could mean more than one thing.
    case answerUnclear = "answer.unclear"
    case textTooLong = "text.too_long"
    case textControl = "text.control"
    case dateUnreadable = "date.unreadable"
    case dateTooEarly = "date.too_early"
    case dateInFuture = "date.in_future"
    case emailUnreadable = "email.unreadable"
    case phoneUnreadable = "phone.unreadable"
    case numberUnreadable = "number.unreadable"
    case numberNotWhole = "number.not_whole"
    case numberTooSmall = "number.too_small"
    case numberTooLarge = "number.too_large"
    case choiceUnknown = "choice.unknown"
    case choiceExclusive = "choice.exclusive"
    case regionUnknown = "region.unknown"
    case regionTwice = "region.twice"
    case regionSymptomMissing = "region.symptom_missing"
    case regionSymptomUnknown = "region.symptom_unknown"
    case regionScore = "region.score"
    case regionNoteTooLong = "region.note_too_long"
    case tooManyEntries = "entries.too_many"
    case columnRequired = "table.column_required"
    case columnUnknown = "table.column_unknown"
    case columnTooLong = "table.column_too_long"
    case consentNeeded = "consent.needed"
    case signatureMissing = "signature.missing"
  }
}
