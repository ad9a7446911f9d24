extension ContentPack {
  /// Returns the safety questions that a red flag reads, itself or through a derived value, that were to be asked, and that
  /// have no answer: a flag that is not raised says nothing about them.
  package func unansweredSafety(in answers: Answers) -> [Question] {
    let read = Set(redFlags.flatMap(\.when.questionSlots).flatMap(book.derivation.sources))
    return AnswerSheet(answers, for: self).shown.filter { question, answer in
      Self.safetySections.contains(question.section) && question.required && answer?.isEmpty ?? true
        && index(of: question.id).map(read.contains) ?? false
    }.map(\.question)
  }

  private static let safetySections: Set<FormSection.ID> = ["pain", "safety", "health", "meds"]
}
