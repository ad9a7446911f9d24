import Clinical
import Records

package enum IntakeRefusal: Sendable {
  /// Red flags of the intake that nobody has acknowledged.
  case unacknowledgedFlags([IntakeFlag], Intake)
  case flagNotRaised(RedFlag.ID, Intake)
  case emptyNote
  case noQuestion(Question.ID)
  case noEarlierIntake(Intake)
  /// Answers that the form would have refused.
  case problems([Problem])
  /// The intake was accepted, but the answers chosen for the client's record are not in it.
  case notTaken([ClientClaim], Intake, cause: any Error, PlanPauses)
}

package enum EvaluationRefusal: Sendable {
  /// Nobody has tapped a landmark on a photo of this draft that measures anything.
  case noTaps(EvaluationRecord)
  /// Nothing was found in this draft.
  case empty(EvaluationRecord)
  /// A sentence for each line or value that cannot be read.
  case unreadable([String])
  case nothingToCompare(Client, count: Int)
  case noEvaluation(String, of: [EvaluationRecord])
}

package enum ClientRefusal: Sendable {
  /// The detail is one line, without control characters.
  case severalLines(Client.Detail)
  case nameTooLong(length: Int, longest: Int)
  case noEmailAddress(String)
  case noPhoneNumber(String)
  case noDay(String)
  case birthToCome(CalendarDate)
  case tooOld(CalendarDate, oldest: Int)
  case nextVisitIsOver(CalendarDate, today: CalendarDate)
  case sameRecord(Client)
}
