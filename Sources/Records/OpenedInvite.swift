import Clinical
import Foundation
import PostgreSQL

extension Door {
  /// What a link opens. Unknown, malformed, expired and revoked all throw the same `Refusal.notFound`.
  package struct OpenedInvite: Sendable {
    package let practiceName: String
    /// CSS colour of the practice, `#rrggbb`; nil is the house's.
    package let practiceColour: String?
    package let practicePhone: String?
    package let therapistName: String
    package let state: Invite.State
    package let contentVersion: String
    package let hiddenQuestions: [Question.ID]
    package let expiresAt: Date
    package let submittedAt: Date?
    /// Last accepted answers sealed under the link, for a returning client.
    package let prefill: [UInt8]?
  }

  package func openInvite(tokenHash: [UInt8]) async throws -> OpenedInvite {
    try await database.call("door.invite_open", .bytes(tokenHash)).only(as: OpenedInvite.init)
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
