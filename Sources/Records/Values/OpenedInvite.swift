import Clinical
import Foundation
import PostgreSQL

extension Door {
  /// The invite that a link opens.
  package struct OpenedInvite: Sendable {
    package let practice: PracticeSign
    package let state: Invite.State
    package let contentVersion: String
    package let hiddenQuestions: [Question.ID]
    package let expiresAt: Date
    package let submittedAt: Date?
    package let history: History
    /// Whether the form is filled in on a device that others use too.
    package let isOnSharedDevice: Bool
    /// What the practice says to its clients above the form, in its own words.
    package let welcome: String?
    /// Whom clients of the practice call when something cannot wait; nil means the emergency number of the place.
    package let emergencyPhone: String?
    /// The hash of the therapist's portrait; nil without one.
    package let portrait: String?
    /// What this browser has begun.
    package let draft: SealedDraft?
  }

  /// A draft as it is stored, and how often it was.
  package struct SealedDraft: Sendable {
    package let sealed: [UInt8]
    package let version: Int
  }

  /// The answers that the client of a link gave before.
  package enum History: String, Sendable {
    case none
    /// They open with the birth date on record or with a code.
    case guarded
    /// After five wrong tries nothing opens them through this link any more.
    case locked
  }
}

extension Door.OpenedInvite {
  init(_ row: Row) throws {
    practice = try Door.PracticeSign(row)
    state = try row.requiredWord("state")
    contentVersion = try row.string("content_version")
    hiddenQuestions = try row.json("hidden_questions")
    expiresAt = try row.requiredInstant("expires_at")
    submittedAt = try row.instant("submitted_at")
    history = try row.requiredWord("history")
    isOnSharedDevice = try row.flag("on_shared_device")
    welcome = try row.text("welcome")
    emergencyPhone = try row.text("emergency_phone")
    portrait = try row.text("portrait")
    draft = try row.bytes("draft").map { Door.SealedDraft(sealed: $0, version: try row.integer("draft_version")) }
  }
}
