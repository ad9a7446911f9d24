import Clinical

/// What a client told before, sealed under a link with which they answer again.
package struct EarlierForm: Codable, Sendable, Hashable {
  /// What the therapist asks of a client to whom a form was sent back.
  package struct Returned: Codable, Sendable, Hashable {
    /// The question to answer again; nil when the message is about the whole form.
    package let question: Question.ID?
    package let message: String

    package init(question: Question.ID?, message: String) {
      self.question = question
      self.message = message
    }
  }

  package let answers: Answers
  /// Nil for a form that was accepted.
  package let returned: Returned?

  package init(answers: Answers, returned: Returned?) {
    self.answers = answers
    self.returned = returned
  }
}
