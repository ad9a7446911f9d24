import PostgreSQL

/// A record or a notice that waits for this therapist.
package struct TodaysRecord: Sendable {
  package enum Need: String, Sendable {
    case evaluationsUnsigned = "evaluations_unsigned"
    case plansInDraft = "plans_in_draft"
    case visitsUnsigned = "visits_unsigned"
    case visitsDue = "visits_due"
    /// A message to a client that could not be sent, or came back.
    case messagesFailed = "messages_failed"
    case plansPaused = "plans_paused"
    case clientsToExamine = "clients_to_examine"
    case clientsToPlan = "clients_to_plan"
    /// A newer intake was accepted than the one that the plan was issued after.
    case plansToRevise = "plans_to_revise"
    /// The client is in care and has not filled the form for a year.
    case reviewsDue = "reviews_due"
    case consentsRefused = "consents_refused"
    case consentsToRenew = "consents_to_renew"
    case wishesOpen = "wishes_open"
    case clientsOpened = "clients_opened"
  }

  package let need: Need
  /// The record's own; the client's for a notice, and for what is about a client.
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let notice: ClientNotice?
}

extension TodaysRecord {
  init(_ row: Row) throws {
    need = try row.requiredWord("need")
    shortID = try row.string("short_id")
    client = try row.id("client")
    clientName = try row.string("client_name")
    notice = try ClientNotice(row)
  }
}
