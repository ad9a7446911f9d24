import Clinical

/// The input for a plan's handout, independent of how records are stored.
package struct PlanSource: Sendable {
  package struct Item: Sendable {
    package var item: HomeCareItem.ID
    /// Why the item is offered: ids of flags and hypotheses, or `core`, `interest`, `client_uses`. Empty if the
    /// therapist added it.
    package var sources: [String]
    package var effect: HomeCareItem.Effect?
    /// The contraindications and flags that limit the item.
    package var reasons: [String]
    /// The reason for overriding a contraindication, given by the therapist or by a clinician who agreed.
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
  /// The address of the client's page, printed as a short link and a QR code.
  package var pageLink: String?
  /// The clinical reviewer of the content; nil until the practice has named one.
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
