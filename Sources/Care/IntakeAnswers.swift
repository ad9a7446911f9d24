import Clinical
import Records

/// Answers that were checked against the form, with the flags that they raise. Only `Intakes` makes them, and only such
/// answers are recorded.
package struct CheckedAnswers: Sendable {
  package let answers: Answers
  package let raised: [RedFlag]
  package let pack: ContentPack
  fileprivate let massage: MassageAdvice

  /// Forms of an earlier version may lack what was required later, and are accepted nevertheless.
  ///
  /// - Throws: `IntakeRefusal.problems` with every answer that the form would have refused.
  fileprivate init(_ given: Answers, _ pack: ContentPack) throws {
    let assessment = pack.assess(given)
    let answers = assessment.answers
    let problems = pack.problems(in: answers, today: try .today()).filter { problem in
      !problem.isRefusal(by: answers[problem.question])
        && (problem.code != Problem.Code.answerRequired.rawValue
          || pack.question(problem.question)?.requiredSince == nil)
    }
    guard problems.isEmpty else { throw CareRefusal.intake(.problems(problems)) }
    self.answers = answers
    raised = assessment.redFlags.compactMap(pack.redFlag)
    massage = assessment.plan.massage
    self.pack = pack
  }
}

extension Intakes {
  /// Checks answers that the therapist took on the phone or from paper.
  package func check(_ answers: Answers, _ pack: ContentPack) throws -> CheckedAnswers {
    try CheckedAnswers(answers, pack)
  }

  /// Records answers that the therapist took.
  package func start(for client: Client, _ checked: CheckedAnswers) async throws -> Intake {
    try await desk.startIntake(
      id: .new(), client: client.id, answers: checked.answers, contentVersion: checked.pack.version,
      raised: checked.raised, massage: checked.massage)
  }

  /// Corrects the answers of an intake, raises its red flags anew, and pauses the plans that no longer fit. What was
  /// sent stays in the record.
  package func amend(
    _ intake: Intake, to checked: CheckedAnswers, reason: String, dryRun: Bool
  ) async throws -> (intake: Intake, pauses: PlanPauses?) {
    let amended = try await desk.perform(dryRun: dryRun) {
      try await desk.amendIntake(
        intake, answers: checked.answers, raised: checked.raised, massage: checked.massage, reason: reason)
    }
    return (amended, dryRun ? nil : await Plans(at: desk).pauseTouched(of: amended.client))
  }
}

/// A question whose answer has changed.
package struct AnswerChange: Sendable {
  package let question: Question
  package let before: AnswerValue?
  package let after: AnswerValue?

  /// Returns the changes in the order of the form. The date of the form itself is left out.
  package static func between(_ before: Answers, _ after: Answers, _ pack: ContentPack) -> [AnswerChange] {
    pack.questions.filter { $0.id != "visit.date" && before[$0.id] != after[$0.id] }.map {
      AnswerChange(question: $0, before: before[$0.id], after: after[$0.id])
    }
  }
}
