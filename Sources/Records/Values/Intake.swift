import Clinical
import Foundation
import PostgreSQL

/// A submitted intake form.
package struct Intake: Sendable {
  package typealias ID = RecordID<Intake>
  package enum State: String, Sendable { case submitted, flagged, accepted, returned, amended }
  package let id: ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let submittedAt: Date
  package let contentVersion: String
  package let answers: Answers
  package let flags: [IntakeFlag]
  package let massage: MassageAdvice
  package let state: State
  /// A number that rises with every amendment.
  package let version: Int
  /// 1 for the first form of an invite, and more for a later one that was sent through the same link.
  package let ordinal: Int
  /// What the therapist asks of the client, if the intake was sent back.
  package let returned: EarlierForm.Returned?
}

/// An intake without its answers, as `intake list` shows it.
package struct IntakeSummary: Sendable {
  package let id: Intake.ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let submittedAt: Date
  package let state: Intake.State
  package let openFlags: Int
  package let highestUrgency: RedFlag.Urgency?
  /// As in `Intake`.
  package let ordinal: Int
  /// The day that a form says which the therapist typed in from paper or on the phone.
  package let datedOn: CalendarDate?
}

extension Intake {
  init(_ row: Row) throws {
    id = try row.id("id")
    shortID = try row.string("short_id")
    client = try row.id("client")
    clientName = try row.string("client_name")
    submittedAt = try row.requiredInstant("submitted_at")
    contentVersion = try row.string("content_version")
    answers = try row.json("answers")
    flags = try row.json("flags")
    massage = try row.requiredWord("massage")
    state = try row.requiredWord("state")
    version = try row.integer("version")
    ordinal = try row.integer("ordinal")
    returned = try row.text("returned_message").map { message in
      EarlierForm.Returned(
        question: try row.text("returned_question").map(Question.ID.init(rawValue:)), message: message)
    }
  }

  /// The answers with which the client begins the next form.
  package var earlierForm: EarlierForm { EarlierForm(answers: answers, returned: returned) }
}

extension IntakeSummary {
  init(_ row: Row) throws {
    id = try row.id("id")
    shortID = try row.string("short_id")
    client = try row.id("client")
    clientName = try row.string("client_name")
    submittedAt = try row.requiredInstant("submitted_at")
    state = try row.requiredWord("state")
    openFlags = try row.integer("open_flags")
    highestUrgency = try row.word("highest_urgency")
    ordinal = try row.integer("ordinal")
    datedOn = try row.text("dated_on").flatMap(CalendarDate.init(iso:))
  }
}
