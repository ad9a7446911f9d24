import Clinical
import Foundation
import PostgreSQL

/// What a client told from the page of a plan.
package struct CheckIn: Sendable {
  package typealias ID = RecordID<CheckIn>
  package let id: ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let plan: Plan.ID
  package let planShortID: String
  package let planState: Plan.State
  package let planIssuedAt: Date
  package let kind: CheckInForm.Kind
  package let submittedAt: Date
  package let contentVersion: String
  package let answers: Answers
  /// The red flags it raised.
  package let flags: [IntakeFlag]
  /// The items of the plan that it paused.
  package let pausedItems: [HomeCareItem.ID]
  /// The numbers of the intake that the plan was made from.
  package let baseline: Answers
  package let readAt: Date?
  /// The display name of who read it.
  package let readBy: String?
  /// What they wrote of it; nil when nothing, or when it raised flags, which have the note.
  package let note: String?

  package var openFlags: [IntakeFlag] { flags.filter { $0.acknowledgedAt == nil } }
}

extension CheckIn {
  init(_ row: Row) throws {
    id = try row.id("id")
    shortID = try row.string("short_id")
    client = try row.id("client")
    clientName = try row.string("client_name")
    plan = try row.id("plan")
    planShortID = try row.string("plan_short_id")
    planState = try row.requiredWord("plan_state")
    planIssuedAt = try row.requiredInstant("plan_issued_at")
    kind = try row.requiredWord("form")
    submittedAt = try row.requiredInstant("submitted_at")
    contentVersion = try row.string("content_version")
    answers = try row.json("answers")
    flags = try row.json("flags")
    let items: [String] = try row.json("paused_items")
    pausedItems = items.map(HomeCareItem.ID.init(rawValue:))
    baseline = try row.json("baseline")
    readAt = try row.instant("read_at")
    readBy = try row.text("read_by")
    note = try row.text("note")
  }
}
