import PostgreSQL

/// How much of what needs this therapist.
package struct Today: Sendable {
  /// Intakes to review with a flag nobody acknowledged.
  package let redFlags: Int
  package let intakesToReview: Int
  package let formsUnfinished: Int
  /// Open invites that expire in the next 48 hours.
  package let formsExpiring: Int
  package let evaluationsUnsigned: Int
  package let plansInDraft: Int
  /// Issued plans whose next visit is today or past.
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

extension Desk {
  package func today() async throws -> Today {
    try await database.call("desk.today").only(as: Today.init)
  }
}
