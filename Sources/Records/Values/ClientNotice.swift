import Clinical
import PostgreSQL

/// What a client can tell their practice from their page.
package enum ClientWish: String, Sendable, CaseIterable {
  case withdrawConsent = "withdraw_consent"
  case copyOfRecord = "copy_of_record"
  /// Before the form is sent.
  case call
  /// After the link of the form has expired.
  case newLink = "new_link"
  /// After the link of the plan's page has ended.
  case newPlanLink = "new_plan_link"

  /// What is offered beside a form that was sent.
  package static let afterSending: [ClientWish] = [.withdrawConsent, .copyOfRecord]
}

/// What is to be known of a client before anything else.
package enum ClientNotice: Sendable, Hashable {
  /// A consent that care rests on is refused or withdrawn.
  case withheldConsent(Question.ID, Consent.State)
  /// A consent was given more than a year ago.
  case consentToRenew(Question.ID)
  case wish(ClientWish)
  /// A colleague opened the client in an emergency, and the client's practitioner has not acknowledged it.
  case opened(by: String, reason: String)
}

extension ClientNotice {
  /// Nil for a row about something else that waits.
  init?(_ row: Row) throws {
    let subject = try row.text("subject") ?? ""
    switch try row.requiredWord("need") as TodaysRecord.Need {
    case .consentsRefused: self = .withheldConsent(Question.ID(rawValue: subject), try row.requiredWord("detail"))
    case .consentsToRenew: self = .consentToRenew(Question.ID(rawValue: subject))
    case .wishesOpen: self = .wish(try row.requiredWord("subject"))
    case .clientsOpened: self = .opened(by: subject, reason: try row.string("detail"))
    case .evaluationsUnsigned, .plansInDraft, .visitsUnsigned, .visitsDue, .messagesFailed, .plansPaused,
      .clientsToExamine,
      .clientsToPlan, .plansToRevise, .reviewsDue:
      return nil
    }
  }

  /// What the notice counts as among the things that wait.
  package var need: TodaysRecord.Need {
    switch self {
    case .withheldConsent: .consentsRefused
    case .consentToRenew: .consentsToRenew
    case .wish: .wishesOpen
    case .opened: .clientsOpened
    }
  }
}
