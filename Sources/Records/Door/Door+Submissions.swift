import Clinical
import Foundation
import JSON
import PostgreSQL

extension Door {
  /// Stores a submission, marks the invite as used and writes the audit entry, in one transaction.
  ///
  /// The same answers again give the same receipt, even after the invite has expired. Other answers for a used invite
  /// become a later form of it; `Refusal.blocked` when there are four.
  ///
  /// - Returns: also whether others use the device too, so that no key may stay on it.
  /// - Parameters:
  ///   - answers: JSON, as `Answers` is stored.
  ///   - contentVersion: `Refusal.stale` if the link asks for another.
  ///   - draftVersion: the version of the draft that is sent; `Refusal.stale` if another page was stored meanwhile. Nil
  ///     for a form that is sent in one piece.
  package func submitIntake(
    tokenHash: [UInt8], submissionKey: UUID, digest: [UInt8], intake: Intake.ID, answers: String,
    contentVersion: String, raised: [RedFlag], massage: MassageAdvice, draftKeyHash: [UInt8], sealedCopy: [UInt8],
    draftVersion: Int? = nil
  ) async throws -> (receipt: Receipt, isOnSharedDevice: Bool) {
    let practice = try await practice(of: tokenHash)
    return try await database.call(
      "door.intake_submit", .bytes(tokenHash), .uuid(submissionKey), .bytes(digest), .id(intake),
      .text(answers), .text(contentVersion), .json(.array(raised.map(\.raised))),
      .text(massage.rawValue), .bytes(draftKeyHash), .bytes(sealedCopy), draftVersion.map(PostgresValue.int),
      batchable: true, group: practice.id
    ).only { row in
      let receipt = Receipt(
        outcome: try row.requiredWord("outcome"), code: try row.string("code"),
        submittedAt: try row.requiredInstant("submitted_at"))
      return (receipt, try row.flag("on_shared_device"))
    }
  }

  /// Returns the client's own sealed copy of what was sent, for whoever holds the draft key, and what they wish that is
  /// not done yet. `isLater` says whether another form was sent through the same link before this one.
  package func sealedCopy(
    tokenHash: [UInt8], draftKeyHash: [UInt8]
  ) async throws -> (receipt: Receipt, isLater: Bool, sealed: [UInt8], wishes: Set<ClientWish>)? {
    try await database.call("door.submitted_copy", .bytes(tokenHash), .bytes(draftKeyHash)).decoded { row in
      let receipt = Receipt(
        outcome: .replayed, code: try row.string("code"), submittedAt: try row.requiredInstant("submitted_at"))
      let wishes: [String] = try row.json("wishes")
      return (
        receipt: receipt, isLater: try row.integer("ordinal") > 1, sealed: try row.data("sealed"),
        wishes: Set(wishes.compactMap(ClientWish.init(rawValue:)))
      )
    }.first
  }
}
