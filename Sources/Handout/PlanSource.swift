import Clinical

/// Everything a handout is made from, independent of how records are kept.
package struct PlanSource: Sendable {
  package struct Item: Sendable {
    package var item: HomeCareItem.ID
    /// Why it is offered: ids of flags and hypotheses, or `core`, `interest`, `client_uses`; empty when added by hand.
    package var sources: [String]
    package var effect: HomeCareItem.Effect?
    /// Contraindications and flags that limit it.
    package var reasons: [String]
    /// Set when the therapist lowered a block, or a clinician agreed.
    package var override: String?
    package var note: String?

    package init(
      item: HomeCareItem.ID, sources: [String], effect: HomeCareItem.Effect?, reasons: [String],
      override: String? = nil, note: String? = nil
    ) {
      self.item = item
      self.sources = sources
      self.effect = effect
      self.reasons = reasons
      self.override = override
      self.note = note
    }
  }

  package var practiceName: String
  package var practiceContact: String?
  package var clientName: String
  package var therapistName: String
  package var issuedOn: CalendarDate
  package var nextVisit: CalendarDate?
  /// The therapist's own words to the client.
  package var message: String?
  /// Address of the client's page; printed as a short link and a QR code.
  package var pageLink: String?
  /// Nil while no practice reviewer has been named.
  package var contentReviewedBy: String?
  package var items: [Item]
  package var assessment: Assessment
  package var evaluation: Evaluation

  package init(
    practiceName: String, practiceContact: String? = nil, clientName: String, therapistName: String,
    issuedOn: CalendarDate, nextVisit: CalendarDate? = nil, message: String? = nil, pageLink: String? = nil,
    contentReviewedBy: String? = nil, items: [Item], assessment: Assessment, evaluation: Evaluation
  ) {
    self.practiceName = practiceName
    self.practiceContact = practiceContact
    self.clientName = clientName
    self.therapistName = therapistName
    self.issuedOn = issuedOn
    self.nextVisit = nextVisit
    self.message = message
    self.pageLink = pageLink
    self.contentReviewedBy = contentReviewedBy
    self.items = items
    self.assessment = assessment
    self.evaluation = evaluation
  }
}
