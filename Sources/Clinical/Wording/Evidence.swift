/// How far research carries an item or a cause.
package enum Evidence: Sendable, Hashable {
  case goodStudies, someStudies, guidelines, experience
  /// No study carries it, and this is what it costs to try.
  case nothing(Cost)
  case against

  package enum Cost: Sendable, Hashable { case harmless, needsCare, risky }

  fileprivate init(grade: String, cost: Cost = .needsCare) {
    self =
      switch grade {
      case "strong", "moderate": .goodStudies
      case "low": .someStudies
      case "guideline": .guidelines
      case "custom": .experience
      case "against": .against
      default: .nothing(cost)
      }
  }
}

extension HomeCareItem {
  private static let risky: Set = ["supplement", "topical", "equipment"]

  /// Returns one plain sentence or two, to follow the label `AnswerWords.howSureWeAre`.
  ///
  /// - Parameter needsCare: whether the client is told to do it with care.
  package func howSure(needsCare: Bool) -> String {
    [strength(needsCare: needsCare), evidenceNote.sentence].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Returns the first of these sentences: how far research carries it.
  package func strength(needsCare: Bool) -> String {
    let isRisky = Self.risky.contains(category) || tags.contains("hot_class")
    return answerWords.howSure(
      Evidence(grade: evidenceGrade, cost: isRisky ? .risky : needsCare ? .needsCare : .harmless))
  }
}

extension Hypothesis {
  /// One plain sentence or two, to follow the label `AnswerWords.howSureWeAre`.
  package var howSure: String {
    [answerWords.howSure(Evidence(grade: evidenceGrade)), evidenceNote.sentence].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
