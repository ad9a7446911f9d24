import Clinical

/// The input for a plan's handout, independent of how records are stored.
package struct PlanSource: Sendable {
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
  package var items: [PlanItem]
  /// The photographs of the practice's own items.
  package var pictures: [HomeCareItem.ID: ItemPicture]
  package var replaces: ReplacedPlan?
  package var assessment: Assessment
  package var evaluation: Evaluation

  package init(
    practiceName: String, practiceContact: String? = nil, clientName: String, therapistName: String,
    issuedOn: CalendarDate, nextVisit: CalendarDate? = nil, message: String? = nil, pageLink: String? = nil,
    contentReviewedBy: String? = nil, items: [PlanItem], pictures: [HomeCareItem.ID: ItemPicture] = [:],
    replaces: ReplacedPlan? = nil, assessment: Assessment, evaluation: Evaluation
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
    self.pictures = pictures
    self.replaces = replaces
    self.assessment = assessment
    self.evaluation = evaluation
  }
}
