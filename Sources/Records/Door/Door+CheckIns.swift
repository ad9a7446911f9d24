import Clinical
import Foundation
import JSON
import PostgreSQL

extension Door {
  /// Returns what the check-in of a plan's link needs.
  package func openCheckIn(linkHash: [UInt8]) async throws -> OpenedCheckIn {
    try await database.call("door.checkin_open", .bytes(linkHash)).only(as: OpenedCheckIn.init)
  }

  /// Stores a check-in with its red flags, pauses what they touch and the items that hurt a lot, and writes the audit
  /// entry, in one transaction. The same answers again under the same key give the same receipt.
  ///
  /// - Parameters:
  ///   - answers: JSON, as `Answers` is stored.
  ///   - contentVersion: `Refusal.stale` if the plan asks for another.
  /// - Throws: `Refusal.blocked` when the plan has taken as many as it may in a day.
  package func submitCheckIn(
    linkHash: [UInt8], submissionKey: UUID, digest: [UInt8], checkIn: CheckIn.ID, kind: CheckInForm.Kind,
    answers: String, contentVersion: String, raised: [RedFlag], hurting: [HomeCareItem.ID]
  ) async throws {
    let practice = try await practice(of: linkHash)
    _ = try await database.call(
      "door.checkin_submit", .bytes(linkHash), .uuid(submissionKey), .bytes(digest), .id(checkIn),
      .text(kind.rawValue), .text(answers), .text(contentVersion), .json(.array(raised.map(\.raised))),
      .json(.array(hurting.map { .string($0.rawValue) })), batchable: true, group: practice.id)
  }
}
