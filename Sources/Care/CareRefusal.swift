import Clinical
import Foundation
import Records

/// The reason why the practice does not do what was asked. It carries the records it is about; the caller words it.
package enum CareRefusal: Error, Sendable {
  /// A plan cannot be drafted, kept open or issued with what is known of the client today.
  case planBasis(PlanBasisRefusal)
  /// An item cannot be put into a plan, or stay in it.
  case planItem(PlanItemRefusal)
  /// An own item of the practice cannot be kept.
  case ownItem(OwnItemRefusal)
  /// The plan itself is not in the state that the operation needs.
  case plan(PlanRefusal)
  /// The intake cannot be accepted, returned or corrected in this way.
  case intake(IntakeRefusal)
  /// What was entered as findings cannot be recorded or compared.
  case evaluation(EvaluationRefusal)
  /// What was entered about a visit cannot be kept or signed.
  case visit(VisitRefusal)
  /// A check-in cannot be acknowledged without saying what was done about its flags.
  case checkIn(CheckInRefusal)
  /// A detail of a client is impossible, or two records cannot be merged.
  case client(ClientRefusal)
  /// A client does not agree to what this rests on, or there is no such consent.
  case consent(ConsentRefusal)
  /// No message can be sent to a client.
  case message(MessageRefusal)
  /// A setting of the practice is not its to choose.
  case practice(PracticeRefusal)
  /// The clock of this computer gives no day of the calendar.
  case clockIsWrong
}

/// What is missing before a plan can be drafted.
package enum PlanBasisRefusal: Sendable {
  /// - Parameter waiting: an intake of the client that waits for its review, if there is one.
  case noAcceptedIntake(Client, waiting: Intake?)
  case unsignedEvaluation(Client, EvaluationRecord)
  /// The content of the intake does not know some findings. They must not be dropped silently: one of them could be
  /// what forbids an item.
  case unknownFindings([String], Client)
  /// A newer intake has red flags that nobody has acknowledged: the accepted one may be out of date.
  case newerIntakeHasFlags(Intake)
  /// A check-in raised red flags that nobody has acknowledged: what the client told there may be why the plan is paused,
  /// or is to be.
  case checkInHasFlags(CheckIn)
  /// Red flags of the intake, or urgent ones that the findings raise, that nobody has acknowledged.
  case unacknowledgedFlags([RedFlag], Intake)
}

package enum PlanItemRefusal: Sendable {
  /// - Parameter near: the items whose id or title is most like what was asked for.
  case unknown(HomeCareItem.ID, near: [HomeCareItem])
  case inPlanAlready(HomeCareItem.ID, Plan)
  case notInPlan(HomeCareItem.ID, Plan)
  case namedTwice
  /// The practice gives its own item no more, or the content of this client's intake cannot check it.
  case withdrawn(HomeCareItem, HomeCareItem.Withdrawal)
  /// An urgent flag or an emergency leaves no room for the item.
  case noPlaceWhileOpen(HomeCareItem, [RedFlag])
  /// The rules of the content forbid the item, or ask for something first.
  case limited(LimitedItem)
  /// The client told that the item hurts a lot, and was told to leave it out.
  case hurts(HomeCareItem.ID)
  /// The next step has begun, and four things at a time are enough.
  case stepIsOver(HomeCareItem.ID)
  /// The item has no amounts of this kind, or they are outside of what the content calls safe.
  case dose(HomeCareItem, [DoseFault])
  /// A reason was given for more than is safe, and nothing is.
  case needsNoReason(HomeCareItem)
}

/// An item that the content's rules do not let into a plan as it stands.
package struct LimitedItem: Sendable {
  package enum Demand: Sendable { case nothingHelps, reason, clinician }

  package let item: HomeCareItem
  /// What would allow the item.
  package let demand: Demand
  /// Each contraindication and flag that limits it: its id and its note or title.
  package let limits: [(id: String, words: String)]
  /// Whether the item is in the plan already, rather than about to be added.
  package let isInPlan: Bool
}

package enum PlanRefusal: Sendable {
  case notDraft(Plan)
  case empty(Plan)
  case neverIssued(Plan)
  case hasNoPage(Plan)
  /// The client holds no other plan that could be compared with this one.
  case onlyPlan(Plan, of: Client)
  case noTemplate(String, known: [String])
  /// The change was saved, but these plans are still out although they may no longer fit.
  case stillOut([Plan], cause: any Error)
}
