import Clinical
import Foundation
import JSON
import PostgreSQL

extension Desk {
  /// Returns the public key of the outbox; nil before it has registered one.
  package func outboxKey() async throws -> [UInt8]? {
    try await call("desk.outbox_key").decoded { try $0.data("public_key") }.first
  }

  /// Keeps the secret of a link for messages, sealed to the outbox's key.
  package func sealLink(linkHash: [UInt8], sealed: [UInt8]) async throws {
    _ = try await call("desk.link_seal", .bytes(linkHash), .bytes(sealed))
  }

  /// Sends an invite whose link was sealed.
  ///
  /// - Parameter reminders: so many hours before the morning of the visit.
  /// - Returns: the messages, and when they are due.
  package func sendInvite(
    _ reference: String, by channel: Message.Channel, before visit: CalendarDate?, reminders: [Int]
  ) async throws -> [(kind: Letter.Kind, dueAt: Date)] {
    try await call(
      "desk.invite_send", .text(reference), .text(channel.rawValue), visit.map { .day($0) }, .json(reminders)
    ).decoded { (kind: try $0.requiredWord("kind"), dueAt: try $0.requiredInstant("due_at")) }
  }

  /// Reminds a client of an invite that was sent to them; returns when the message is due.
  package func remindOfInvite(_ reference: String) async throws -> Date {
    try await call("desk.invite_remind", .text(reference)).only { try $0.requiredInstant("due_at") }
  }

  /// Sends the link of a plan that was sealed; returns when the message is due.
  package func sendPlan(_ plan: Plan.ID, by channel: Message.Channel) async throws -> Date {
    try await call("desk.plan_send", .id(plan), .text(channel.rawValue)).only { try $0.requiredInstant("due_at") }
  }

  /// Returns messages, the newest first.
  /// - Parameters:
  ///   - client: nil means every client one may see, and oneself.
  ///   - most: nil means all of them.
  package func messages(to client: Client.ID? = nil, waitingOnly: Bool = false, most: Int? = nil) async throws
    -> [Message]
  {
    try await call("desk.message_list", client.map { .id($0) }, .bool(waitingOnly), most.map { .int($0) })
      .decoded(as: Message.init)
  }

  package func message(_ reference: String) async throws -> Message {
    try await call("desk.message_get", .text(reference)).only(as: Message.init)
  }

  package func cancelMessage(_ reference: String) async throws {
    _ = try await call("desk.message_cancel", .text(reference))
  }

  package func retryMessage(_ reference: String) async throws {
    _ = try await call("desk.message_retry", .text(reference))
  }

  /// Records that a message came back.
  package func returnMessage(_ reference: String, because reason: String) async throws {
    _ = try await call("desk.message_bounced", .text(reference), .text(reason))
  }

  /// Sets where one is told that something needs one; nil for nowhere.
  package func setNoticeAddress(_ email: String?) async throws {
    _ = try await call("desk.notice_address", email.map { .text($0) })
  }
}
