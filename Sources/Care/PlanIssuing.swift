import Clinical
import Foundation
import Handout
import Records
import Sealing

/// A plan all of whose items were checked today. Only `Plans.check` makes one, and only such a plan is issued.
package struct CheckedPlan: Sendable {
  package let plan: Plan
  package let items: [PlanItem]
  package let reasoning: Reasoning
  /// The day that is to be printed on the plan; nil keeps that of the draft.
  let nextVisit: CalendarDate?

  init(plan: Plan, items: [PlanItem], reasoning: Reasoning, nextVisit: CalendarDate?) {
    self.plan = plan
    self.items = items
    self.reasoning = reasoning
    self.nextVisit = nextVisit
  }
}

/// The page on which the client reads a plan. Its address is shown only once, because the database keeps nothing but a
/// hash of the secret in it.
package struct ClientPage: Sendable {
  package let address: String
  package let expiresAt: Date
}

/// A plan that was just issued.
package struct PlanIssue: Sendable {
  package let plan: Plan
  package let page: ClientPage
  /// Other plans that the client holds besides this one.
  package let alsoHeld: [Plan]
}

extension Plans {
  /// Signs a plan, stores every rendering of it, and makes the client's page.
  ///
  /// - Parameters:
  ///   - message: the therapist's own words to the client; nil keeps those of the draft.
  ///   - outbox: the key of the outbox, to which the link is sealed for messages; nil when there is none.
  ///   - address: returns the address of the page for a link.
  package func issue(
    _ checked: CheckedPlan, message: String?, expiresAt: Date, outbox: [UInt8]? = nil,
    address: (LinkToken) throws -> String
  ) async throws -> PlanIssue {
    let link = LinkToken()
    let page = ClientPage(address: try address(link), expiresAt: expiresAt)
    let plan = try await describe(checked.plan, nextVisit: checked.nextVisit, message: message)
    let reasoning = checked.reasoning
    let source = try await PlanSource(
      plan, items: checked.items, reasoning: reasoning, at: desk, pageLink: page.address)
    let documents = try PlanDocuments(source, reasoning.pack)
    let issued = try await desk.issuePlan(
      plan.id, wording: try documents.wording, documents: documents.renderings, linkHash: link.hash,
      sealed: try documents.sealed(under: link), expiresAt: expiresAt,
      basis: reasoning.basis(of: checked.items, in: plan))
    if let outbox { try await desk.seal(link, to: outbox) }
    let held = try await desk.plans(of: plan.client).filter { $0.state == .issued && $0.id != plan.id }
    return PlanIssue(plan: issued, page: page, alsoHeld: held)
  }
}

extension Reasoning {
  /// What items of a plan, as it was read, are based on.
  func basis(of items: [PlanItem], in plan: Plan) -> PlanBasis {
    PlanBasis(
      intake: intake.id, evaluation: evaluation?.id, contentVersion: pack.version, items: items,
      pausingFlags: pack.pausingFlags(for: items.map(\.item), issuedWith: assessment), version: plan.version)
  }
}

extension Plan {
  /// Returns the day of issue of a plan that has a page for its client.
  func requirePage() throws -> Date {
    guard state == .issued || state == .paused, let issuedAt else { throw CareRefusal.plan(.hasNoPage(self)) }
    return issuedAt
  }

  /// Returns the plan if it has ever been issued.
  package func asIssued() throws -> Plan {
    guard issuedAt != nil else { throw CareRefusal.plan(.neverIssued(self)) }
    return self
  }
}

extension Plans {
  /// Makes another link to the page of an issued plan, and ends the old one. The page shows the plan as it was issued.
  package func relink(
    _ plan: Plan, expiresAt: Date, dryRun: Bool, outbox: [UInt8]? = nil, address: (LinkToken) throws -> String
  ) async throws -> ClientPage {
    let link = try await newLink(of: plan, expiresAt: expiresAt, address: address)
    try await desk.perform(dryRun: dryRun) { try await put(link, outbox: outbox) }
    return link.page
  }

  /// Makes another link of an issued plan, which opens nothing yet. It is made before the transaction that puts it in place
  /// begins: what is read for it locks the audit, and whoever changes a plan locks the plan first.
  package func newLink(
    of plan: Plan, expiresAt: Date, address: (LinkToken) throws -> String
  ) async throws -> NewPlanLink {
    let issuedAt = try plan.requirePage()
    try await Consents(at: desk).refuseWithheld(by: plan.client)
    let link = LinkToken()
    let page = ClientPage(address: try address(link), expiresAt: expiresAt)
    let handout = try JSONDecoder().decode(Handout.self, from: Data(try await desk.wording(of: plan.id)))
      .withPage(at: page.address)
    let copy = ClientPlanCopy(
      handout, practice: try await desk.practice().name, issuedOn: try .local(issuedAt),
      nextVisit: plan.nextVisit, pdf: try handout.pdf(paper: .a4, largePrint: false),
      checkIn: .init(
        of: plan.items.map(\.item), answers: try await desk.intake("\(plan.intake)").answers,
        try await desk.content(plan.contentVersion)))
    return NewPlanLink(plan: plan.id, link: link, page: page, sealed: try copy.sealed(under: link))
  }

  /// Puts a new link in the place of the old one, which ends.
  package func put(_ link: NewPlanLink, outbox: [UInt8]?) async throws {
    try await desk.relinkPlan(
      link.plan, linkHash: link.link.hash, sealed: link.sealed, expiresAt: link.page.expiresAt)
    if let outbox { try await desk.seal(link.link, to: outbox) }
  }
}

/// Another link of an issued plan, with the copy of the plan that it opens.
package struct NewPlanLink: Sendable {
  fileprivate let plan: Plan.ID
  fileprivate let link: LinkToken
  package let page: ClientPage
  fileprivate let sealed: SealedPlanCopy
}
