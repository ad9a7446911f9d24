import Clinical
import Foundation
import Records
import Sealing

/// The reason why nothing can be sent.
package enum MessageRefusal: Sendable {
  /// The record has no address of this kind.
  /// - Parameter plan: what was to be sent; nil for a link to the form.
  case noAddress(Client, Message.Channel, plan: Plan?)
  /// There is no key yet to which secrets of links can be sealed.
  case outboxHasNeverRun
}

/// How links are sent to a client: there is an address on record, and a key of the outbox, to which their secrets are
/// sealed in the transaction that writes the message.
package struct MessageRoute: Sendable {
  let channel: Message.Channel
  let outbox: [UInt8]

  /// - Parameter plan: what is to be sent; nil for a link to the form.
  /// - Throws: `MessageRefusal`.
  package init(to client: Client, by channel: Message.Channel, plan: Plan? = nil, at desk: Desk) async throws {
    guard (channel == .email ? client.email : client.phone) != nil else {
      throw CareRefusal.message(.noAddress(client, channel, plan: plan))
    }
    guard let key = try await desk.outboxKey() else { throw CareRefusal.message(.outboxHasNeverRun) }
    self.channel = channel
    outbox = key
  }
}

extension Desk {
  /// Keeps the secret of a link for messages.
  func seal(_ link: LinkToken, to outbox: [UInt8]) async throws {
    try await sealLink(linkHash: link.hash, sealed: link.sealed(to: outbox))
  }
}

extension FormLinkMaking {
  /// Makes the link and writes the messages with it, of which none is sent unless the transaction is committed.
  ///
  /// - Parameters:
  ///   - visit: the day before which the form is needed.
  ///   - reminders: so many hours before the morning of the visit; those whose time is over are left out.
  package func send(
    by route: MessageRoute, before visit: CalendarDate?, reminders: [Int], dryRun: Bool
  ) async throws -> (link: FormLink, messages: [(kind: Letter.Kind, dueAt: Date)]) {
    try await desk.transaction(dryRun: dryRun) {
      let link = try await make()
      try await desk.seal(link.token, to: route.outbox)
      return (
        link,
        try await desk.sendInvite("\(link.invite.id)", by: route.channel, before: visit, reminders: reminders)
      )
    }
  }
}

extension Plans {
  /// Writes the message with the link of an issued plan; returns when it is due.
  ///
  /// - Parameter newLink: another link, which takes the place of the one that is printed on the plan.
  package func send(
    _ plan: Plan, by route: MessageRoute, newLink: NewPlanLink?, dryRun: Bool
  ) async throws -> Date {
    try await desk.transaction(dryRun: dryRun) {
      if let newLink { try await put(newLink, outbox: route.outbox) }
      return try await desk.sendPlan(plan.id, by: route.channel)
    }
  }
}
