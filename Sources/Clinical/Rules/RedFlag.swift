/// An answer or finding that needs more than massage.
package struct RedFlag: Sendable, Identifiable {
  package typealias ID = Identifier<RedFlag>

  package enum Urgency: String, Sendable, Codable, CaseIterable, Comparable {
    case caution, refer, urgent, emergency

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
    private var rank: Int {
      switch self {
      case .caution: 1
      case .refer: 2
      case .urgent: 3
      case .emergency: 4
      }
    }
  }

  package let id: ID
  package let title: String
  package let urgency: Urgency
  /// What the client reads.
  package let clientMessage: String
  /// What the therapist does.
  package let therapistAction: String
  package let massage: MassageAdvice
  package let suggests: [HomeCareItem.ID]
  package let blockedTags: [String]
  package let blockedItems: [HomeCareItem.ID]
  package let when: Rule
  package let sources: [Source.ID]
  package let note: String?
}

/// Whether to treat today; the strongest over all raised flags wins.
package enum MassageAdvice: String, Sendable, Codable, CaseIterable, Comparable {
  case ok, modify, `defer`, stop

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
  private var rank: Int {
    switch self {
    case .ok: 0
    case .modify: 1
    case .defer: 2
    case .stop: 3
    }
  }
}

extension RedFlag {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    title = fields.text("title")
    urgency = fields.word("urgency", or: .emergency)
    clientMessage = fields.text("client_message")
    therapistAction = fields.text("therapist_action")
    massage = fields.word("massage", or: .stop)
    suggests = vocabulary.items.identifiers("suggests", in: fields)
    let blocks = fields.object("blocks")
    blockedTags = blocks.texts("tags")
    blockedItems = vocabulary.items.identifiers("items", in: blocks)
    when = vocabulary.rule("when", in: fields, stage: .redFlag)
    sources = vocabulary.sources.identifiers("sources", in: fields)
    note = fields.optionalText("note")
    if urgency >= .urgent && suggests.isEmpty {
      fields.fault("suggests", "an emergency or urgent flag must name a referral item")
    }
  }
}
