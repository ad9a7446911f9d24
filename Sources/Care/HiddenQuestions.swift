import Clinical

package enum PracticeRefusal: Sendable {
  /// Every client is asked these questions, whatever a practice would like.
  case mustBeAsked([KeptQuestion])
}

/// A question that a practice cannot take off its form, and why.
package struct KeptQuestion: Sendable {
  package enum Reason: Sendable {
    case required
    /// The whole section is asked, such as the one on safety.
    case protected(section: String)
  }

  package let question: Question
  package let reason: Reason
}

extension ContentPack {
  /// Checks the questions that a practice wants to take off its form.
  ///
  /// - Throws: `IntakeRefusal.noQuestion`, or `PracticeRefusal.mustBeAsked` with all that must stay.
  package func refuseHiding(_ hidden: [Question.ID]) throws {
    if let unknown = hidden.first(where: { question($0) == nil }) { throw CareRefusal.intake(.noQuestion(unknown)) }
    let kept = hidden.filter { !mayBeHidden($0) }.compactMap(question).map { question in
      let section = sections.first { $0.id == question.section && $0.isProtected }
      return KeptQuestion(
        question: question, reason: section.map { .protected(section: $0.title) } ?? .required)
    }
    if !kept.isEmpty { throw CareRefusal.practice(.mustBeAsked(kept)) }
  }
}
