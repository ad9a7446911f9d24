import Clinical
import PostgreSQL

/// The invites of a month, by how far they got.
package struct CompletionMonth: Sendable {
  /// The first day of the month.
  package let month: CalendarDate
  package let sent: Int
  package let opened: Int
  package let started: Int
  package let submitted: Int
  package let expired: Int
  package let revoked: Int
  /// The median days from sending to submission; nil if none was submitted.
  package let medianDays: String?
}

/// The first and the last value of a measure, of a practitioner's clients who have at least two. Of fewer than five
/// clients only their number is told.
package struct PractitionerOutcome: Sendable {
  package let practitioner: String
  /// The measure's id and name in the content.
  package let measure: String
  package let name: String
  package let clients: Int
  /// The means, as decimal numbers with one place.
  package let firstValue: String?
  package let lastValue: String?
  /// The numbers of clients whose change matters.
  package let better: Int?
  package let worse: Int?
}

/// How often a red flag was raised, and what was done about it.
package struct FlagCount: Sendable {
  package let flag: RedFlag.ID
  package let urgency: RedFlag.Urgency
  package let title: String
  package let raised: Int
  package let open: Int
  package let referred: Int
  package let adapted: Int
  package let proceeded: Int
}

/// The day until which a client's records must be kept, and the rule that says so.
package struct ClientRetention: Sendable {
  package let client: Client.ID
  package let shortID: String
  package let clientName: String
  package let rule: String
  /// Nil if no rule keeps them.
  package let until: CalendarDate?
  package let onLegalHold: Bool
}

extension CompletionMonth {
  init(_ row: Row) throws {
    guard let day = try row.day("month") else { throw RowError.unexpectedNull("month") }
    month = day
    sent = try row.integer("sent")
    opened = try row.integer("opened")
    started = try row.integer("started")
    submitted = try row.integer("submitted")
    expired = try row.integer("expired")
    revoked = try row.integer("revoked")
    medianDays = try row.text("median_days")
  }
}

extension PractitionerOutcome {
  init(_ row: Row) throws {
    practitioner = try row.string("practitioner")
    measure = try row.string("measure")
    name = try row.string("name")
    clients = try row.integer("clients")
    firstValue = try row.text("first_value")
    lastValue = try row.text("last_value")
    better = try row.int("better")
    worse = try row.int("worse")
  }
}

extension FlagCount {
  init(_ row: Row) throws {
    flag = RedFlag.ID(rawValue: try row.string("flag"))
    urgency = try row.requiredWord("urgency")
    title = try row.string("title")
    raised = try row.integer("raised")
    open = try row.integer("open")
    referred = try row.integer("referred")
    adapted = try row.integer("adapted")
    proceeded = try row.integer("proceeded")
  }
}

extension ClientRetention {
  init(_ row: Row) throws {
    client = try row.id("client")
    shortID = try row.string("short_id")
    clientName = try row.string("client_name")
    rule = try row.string("rule")
    until = try row.day("until")
    onLegalHold = try row.flag("legal_hold")
  }
}
