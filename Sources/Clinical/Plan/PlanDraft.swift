/// What the engine offers for a plan.
package struct PlanDraft: Sendable {
  package enum Mode: String, Sendable, Codable { case normal, hold, emergency }

  /// An item offered, with everything that was considered about it.
  package struct Offer: Sendable, Hashable {
    package let item: HomeCareItem.ID
    package let effect: HomeCareItem.Effect?
    /// Why it is limited: ids of contraindications and of flags, strongest first.
    package let reasons: [String]
    /// Why it is offered: ids of flags and hypotheses, or `core`, `interest`, `client_uses`, `redflag`.
    package let sources: [String]
  }

  package let mode: Mode
  package let massage: MassageAdvice
  package let offers: [Offer]
  /// Pre-ticked items, in the order a client should meet them.
  package let draft: [HomeCareItem.ID]
  /// Items the client already uses that come out `block` or `ask_first`.
  package let usesAlerts: [Offer]
}
