import Clinical
import Foundation
import PostgreSQL

/// A home-care plan.
package struct Plan: Sendable {
  package typealias ID = RecordID<Plan>
  package enum State: String, Sendable { case draft, issued, revised, paused, closed }

  package let id: ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let intake: Intake.ID
  package let evaluation: EvaluationRecord.ID?
  package let contentVersion: String
  /// The plan that this one replaces once it is issued.
  package let revises: Plan.ID?
  package let state: State
  package let items: [PlanItem]
  package let createdAt: Date
  package let issuedAt: Date?
  package let nextVisit: CalendarDate?
  package let message: String?
  /// A number that rises with every change of the draft.
  package let version: Int
  /// The items that the client is told to leave out, because they hurt a lot.
  package let pausedItems: Set<HomeCareItem.ID>
}

extension Plan {
  init(_ row: Row) throws {
    id = try row.id("id")
    shortID = try row.string("short_id")
    client = try row.id("client")
    clientName = try row.string("client_name")
    intake = try row.id("intake")
    evaluation = try row.uuid("evaluation").map(EvaluationRecord.ID.init)
    contentVersion = try row.string("content_version")
    revises = try row.uuid("revises").map(Plan.ID.init)
    state = try row.requiredWord("state")
    items = try row.json("items")
    createdAt = try row.requiredInstant("created_at")
    issuedAt = try row.instant("issued_at")
    nextVisit = try row.day("next_visit")
    message = try row.text("message")
    version = try row.integer("version")
    let paused: [String] = try row.json("paused_items")
    pausedItems = Set(paused.map(HomeCareItem.ID.init(rawValue:)))
  }
}
