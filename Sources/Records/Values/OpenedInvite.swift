import Clinical
import Foundation
import PostgreSQL

extension Door {
  /// The invite that a link opens.
  package struct OpenedInvite: Sendable {
    package let practiceName: String
    /// The practice's colour in CSS, `#rrggbb`; nil means the default.
    package let practiceColour: String?
    package let practicePhone: String?
    package let therapistName: String
    package let state: Invite.State
    package let contentVersion: String
    package let hiddenQuestions: [Question.ID]
    package let expiresAt: Date
    package let submittedAt: Date?
    /// The last accepted answers, sealed under the link, for a returning client.
    package let prefill: [UInt8]?
  }
}

extension Door.OpenedInvite {
  init(_ row: Row) throws {
    practiceName = try row.string("practice_name")
    practiceColour = try row.text("practice_colour")
    practicePhone = try row.text("practice_phone")
    therapistName = try row.string("therapist_name")
    state = try row.requiredWord("state")
    contentVersion = try row.string("content_version")
    hiddenQuestions = try row.json("hidden_questions")
    expiresAt = try row.requiredInstant("expires_at")
    submittedAt = try row.instant("submitted_at")
    prefill = try row.bytes("prefill")
  }
}
