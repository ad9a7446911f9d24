import Clinical
import PostgreSQL

/// A message that is due. Its client is an opaque id to the outbox.
package struct DueMessage: Sendable {
  package let practice: Practice.ID
  package let id: Message.ID
  /// Nil for a message to a therapist.
  package let client: Client.ID?
  /// Whether it needs a link that is still to be made.
  package let needsInvite: Bool
}

extension DueMessage {
  init(_ row: Row, in practice: Practice.ID) throws {
    self.practice = practice
    id = try row.id("id")
    client = try row.uuid("client").map(Client.ID.init)
    needsInvite = try row.flag("needs_invite")
  }
}

/// What is needed to hand a message over: all that the outbox is told of a person.
package struct OutgoingMessage: Sendable {
  package enum Opens: String, Sendable { case invite, plan }

  package let kind: Letter.Kind
  package let channel: Message.Channel
  package let address: String
  /// The visit that it names.
  package let visit: CalendarDate?
  package let opens: Opens
  /// The secret of the link, sealed to the outbox's key; nil for a message without a link.
  package let sealed: [UInt8]?
  package let practiceName: String
  package let practiceColour: String?
  package let practicePhone: String?
  package let practiceEmail: String?
  package let therapist: String
}

extension OutgoingMessage {
  init(_ row: Row) throws {
    kind = try row.requiredWord("kind")
    channel = try row.requiredWord("channel")
    address = try row.string("address")
    visit = try row.day("visit_on")
    opens = try row.requiredWord("opens")
    sealed = try row.bytes("sealed")
    practiceName = try row.string("practice_name")
    practiceColour = try row.text("practice_colour")
    practicePhone = try row.text("practice_phone")
    practiceEmail = try row.text("practice_email")
    therapist = try row.string("therapist_name")
  }
}
