package struct RedFlag: Sendable, Identifiable {
  package typealias ID = Identifier<RedFlag>

  package enum Urgency: String, Sendable, Codable, CaseIterable { case caution, refer, urgent, emergency }

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
}

/// Whether to treat today; the strongest over all raised flags wins.
package enum MassageAdvice: String, Sendable, Codable, CaseIterable { case ok, modify, `defer`, stop }
