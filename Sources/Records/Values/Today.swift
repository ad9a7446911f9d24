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
  }
}

/// An evaluation or a plan that waits for this therapist.
package struct TodaysRecord: Sendable {
  package enum Need: String, Sendable {
    case evaluationsUnsigned = "evaluations_unsigned"
    case plansInDraft = "plans_in_draft"
    case visitsDue = "visits_due"
  }

  package let need: Need
  package let shortID: String
  package let clientName: String
}

extension TodaysRecord {
  init(_ row: Row) throws {
    need = try row.requiredWord("need")
    shortID = try row.string("short_id")
    clientName = try row.string("client_name")
  }
}
