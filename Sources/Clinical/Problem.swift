/// What is wrong with an answer, for the person who gave it.
package struct Problem: Sendable, Hashable, Codable {
  /// Stable, for programs and translations, such as `answer.required` or `number.too_large`.
  package let code: String
  package let question: Question.ID
  /// A plain sentence: what is wrong.
  package let message: String
  /// What to do about it.
  package let hint: String

  package init(code: String, question: Question.ID, message: String, hint: String) {
    self.code = code
    self.question = question
    self.message = message
    self.hint = hint
  }
}
