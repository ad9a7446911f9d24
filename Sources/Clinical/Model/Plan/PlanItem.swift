/// An item of a plan, with what asks for it and what limits it.
package struct PlanItem: Sendable, Hashable, Codable {
  package var item: HomeCareItem.ID
  /// The phase of the plan in which the client starts with it, from 1.
  package var phase: Int
  /// The ids of the flags and hypotheses that ask for it, or `core`, `basics`, `interest`, `client_uses`, `redflag`,
  /// `checkin`; empty if the therapist added it by hand.
  package var sources: [String]
  package var effect: HomeCareItem.Effect?
  /// The ids of the contraindications and flags that limit it, strongest first.
  package var reasons: [String]
  /// Set if the therapist overrode a block, or a clinician agreed to the item.
  package var override: ItemOverride?
  /// Set if the therapist changed the dose.
  package var dose: DoseChange?
  package var note: String?

  /// The source of what is added because check-ins got worse.
  package static let askedForByCheckIns = "checkin"

  package init(
    item: HomeCareItem.ID, phase: Int = 1, sources: [String], effect: HomeCareItem.Effect?, reasons: [String],
    override: ItemOverride? = nil, dose: DoseChange? = nil, note: String? = nil
  ) {
    self.item = item
    self.phase = phase
    self.sources = sources
    self.effect = effect
    self.reasons = reasons
    self.override = override
    self.dose = dose
    self.note = note
  }
}

/// A therapist's justification for keeping an item that is limited.
package struct ItemOverride: Sendable, Hashable, Codable {
  package var reason: String
  /// The clinician or pharmacist who agreed.
  package var clinician: String?
  /// The day on which they agreed.
  package var date: CalendarDate?

  package init(reason: String, clinician: String? = nil, date: CalendarDate? = nil) {
    self.reason = reason
    self.clinician = clinician
    self.date = date
  }
}
