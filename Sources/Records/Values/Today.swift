import PostgreSQL

/// The numbers of records that wait for this therapist.
package struct Today: Sendable {
  /// Intakes to review that have a flag nobody acknowledged.
  package let redFlags: Int
  package let intakesToReview: Int
  package let formsUnfinished: Int
  /// Open invites that expire in the next 48 hours.
  package let formsExpiring: Int
  package let evaluationsUnsigned: Int
  package let plansInDraft: Int
  /// Issued plans whose next visit is today or earlier.
  package let visitsDue: Int
  /// Clients who refused or withdrew a consent that care rests on.
  package let consentsRefused: Int
  /// Clients whose consent is more than a year old.
  package let consentsToRenew: Int
  package let wishesOpen: Int
  /// Times that a colleague opened a client in an emergency, not acknowledged yet.
  package let clientsOpened: Int
}

extension Today {
  init(_ row: Row) throws {
    redFlags = try row.integer("red_flags")
    intakesToReview = try row.integer("intakes_to_review")
    formsUnfinished = try row.integer("forms_unfinished")
    formsExpiring = try row.integer("forms_expiring")
    evaluationsUnsigned = try row.integer("evaluations_unsigned")
    plansInDraft = try row.integer("plans_in_draft")
    visitsDue = try row.integer("visits_due")
    consentsRefused = try row.integer("consents_refused")
    consentsToRenew = try row.integer("consents_to_renew")
    wishesOpen = try row.integer("wishes_open")
    clientsOpened = try row.integer("clients_opened")
  }
}

/// An evaluation, a plan or a notice that waits for this therapist.
package struct TodaysRecord: Sendable {
  package enum Need: String, Sendable {
    case evaluationsUnsigned = "evaluations_unsigned"
    case plansInDraft = "plans_in_draft"
    case visitsDue = "visits_due"
    case consentsRefused = "consents_refused"
    case consentsToRenew = "consents_to_renew"
    case wishesOpen = "wishes_open"
    case clientsOpened = "clients_opened"
  }

  package let need: Need
  /// The record's own, for a notice the client's.
  package let shortID: String
  package let clientName: String
  package let notice: ClientNotice?
}

extension TodaysRecord {
  init(_ row: Row) throws {
    need = try row.requiredWord("need")
    shortID = try row.string("short_id")
    clientName = try row.string("client_name")
    notice = try ClientNotice(row)
  }
}
