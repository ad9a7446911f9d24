import Clinical
import Foundation
import Handout
import Records
import Sealing

/// A plan as the client gets it: all documents, and the copy for the client's page.
struct PlanDocuments {
  private let handout: Handout
  private let source: PlanSource
  private let pack: ContentPack
  let renderings: [IssuedDocument]

  init(_ source: PlanSource, _ pack: ContentPack) throws {
    let handout = Handout(source, content: pack)
    self.handout = handout
    self.source = source
    self.pack = pack
    let pages = try Paper.allCases.flatMap { paper in
      try [false, true].map { large in
        IssuedDocument(
          variant: "pdf-\(paper.rawValue)" + (large ? "-large" : ""),
          bytes: try handout.pdf(paper: paper, largePrint: large))
      }
    }
    renderings =
      pages + [
        IssuedDocument(variant: "text", bytes: Array(handout.text().utf8)),
        IssuedDocument(variant: "text-ascii", bytes: Array(handout.text(ascii: true).utf8)),
      ]
  }

  /// The wording of the document as JSON, which is kept for ever.
  var wording: [UInt8] {
    get throws { Array(try JSONEncoder().encode(handout)) }
  }

  /// Seals what the client's page shows, so that only the holder of the link can read it.
  func sealed(under link: LinkToken) throws -> SealedPlanCopy {
    try ClientPlanCopy(
      handout, practice: source.practiceName, issuedOn: source.issuedOn, nextVisit: source.nextVisit,
      pdf: renderings.first { $0.variant == "pdf-a4" }?.bytes ?? [],
      checkIn: .init(of: source.items.map(\.item), answers: source.assessment.answers, pack)
    ).sealed(under: link)
  }
}

extension PlanSource {
  /// Makes the source of a plan's document, from the practice of the therapist who is logged in.
  init(
    _ plan: Plan, items: [PlanItem], reasoning: Reasoning, at desk: Desk, pageLink: String? = nil
  ) async throws {
    let practice = try await desk.practice()
    let contact = [practice.address, practice.phone, practice.email].compactMap { $0 }.filter { !$0.isEmpty }
    self.init(
      practiceName: practice.name, practiceContact: contact.isEmpty ? nil : contact.joined(separator: " · "),
      clientName: plan.clientName, therapistName: try await desk.whoAmI().displayName, issuedOn: try .today(),
      nextVisit: plan.nextVisit, message: plan.message, pageLink: pageLink,
      contentReviewedBy: practice.contentReviewedBy,
      items: items, pictures: try await desk.pictures(of: items),
      replaces: try await Self.replaced(by: plan, items, reasoning.pack, at: desk),
      assessment: reasoning.assessment, evaluation: reasoning.standing.evaluation)
  }

  private static func replaced(
    by plan: Plan, _ items: [PlanItem], _ pack: ContentPack, at desk: Desk
  ) async throws -> ReplacedPlan? {
    guard let revises = plan.revises else { return nil }
    let earlier = try await desk.plan("\(revises)")
    guard let issuedAt = earlier.issuedAt else { return nil }
    return ReplacedPlan(
      issuedOn: try .local(issuedAt), earlier.items, try await desk.content(earlier.contentVersion), now: items, pack)
  }
}
