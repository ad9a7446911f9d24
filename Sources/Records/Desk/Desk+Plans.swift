import Clinical
import Foundation
import JSON
import PostgreSQL

extension Desk {
  package func createPlan(
    id: Plan.ID, client: Client.ID, intake: Intake.ID, evaluation: EvaluationRecord.ID?, contentVersion: String,
    items: [PlanItem]
  ) async throws -> Plan {
    try await call(
      "desk.plan_create", .id(id), .id(client), .id(intake), evaluation.map { .id($0) }, .text(contentVersion),
      .json(items)
    ).only(as: Plan.init)
  }

  package func plan(_ reference: String) async throws -> Plan {
    try await call("desk.plan_get", .text(reference)).only(as: Plan.init)
  }

  /// Returns the plans of a client, the newest first.
  package func plans(of client: Client.ID) async throws -> [Plan] {
    try await call("desk.plan_list", .id(client)).decoded(as: Plan.init)
  }

  /// Returns which plans there are, the newest first, without what is in them.
  /// - Parameters:
  ///   - client: nil means every client one may see.
  ///   - most: nil means all of them.
  ///   - version: only the issued ones that were made with other content than this.
  package func planIndex(
    of client: Client.ID? = nil, most: Int? = nil, otherThan version: String? = nil
  ) async throws -> [PlanSummary] {
    try await call("desk.plan_index", client.map { .id($0) }, most.map { .int($0) }, version.map { .text($0) })
      .decoded(as: PlanSummary.init)
  }

  /// Replaces the items of a draft.
  ///
  /// - Parameters:
  ///   - plan: as it was read; `Refusal.stale` if somebody changed it since.
  ///   - reason: why something is outside of what the content calls safe, for the audit.
  package func setItems(_ items: [PlanItem], of plan: Plan, because reason: String? = nil) async throws {
    _ = try await call(
      "desk.plan_set_items", .id(plan.id), .json(items), .int(plan.version), reason.map { .text($0) })
  }

  /// Removes a plan that was never issued.
  /// - Parameter plan: as it was read; `Refusal.stale` if somebody changed it since.
  package func discardPlan(_ plan: Plan) async throws {
    _ = try await call("desk.plan_discard", .id(plan.id), .int(plan.version))
  }

  /// Sets the next visit and the therapist's own message to the client in a draft.
  /// - Parameter plan: as it was read; `Refusal.stale` if somebody changed it since.
  package func describePlan(_ plan: Plan, nextVisit: CalendarDate?, message: String?) async throws -> Plan {
    try await call(
      "desk.plan_describe", .id(plan.id), nextVisit.map { .day($0) }, message.map { .text($0) }, .int(plan.version)
    ).only(as: Plan.init)
  }

  /// Creates a draft with the items of an issued plan, which it replaces once it is issued.
  /// - Parameters:
  ///   - id: the id of the new plan.
  ///   - basis: what the draft is made from.
  package func revisePlan(_ plan: Plan.ID, as id: Plan.ID, from basis: PlanBasis) async throws -> Plan {
    try await call("desk.plan_revise", .id(id), .id(plan), .json(basis)).only(as: Plan.init)
  }

  /// Pauses a plan: the client's page does not open until it is resumed.
  package func pausePlan(_ plan: Plan.ID) async throws {
    _ = try await call("desk.plan_pause", .id(plan))
  }

  package func resumePlan(_ plan: Plan.ID) async throws {
    _ = try await call("desk.plan_resume", .id(plan))
  }

  package func closePlan(_ plan: Plan.ID) async throws {
    _ = try await call("desk.plan_close", .id(plan))
  }

  /// Issues a plan.
  ///
  /// - Parameters:
  ///   - wording: JSON of the handout.
  ///   - documents: the renderings of that wording.
  ///   - sealed: the client's copy, sealed under the link whose hash is `linkHash`.
  ///   - basis: what the wording was made from.
  package func issuePlan(
    _ plan: Plan.ID, wording: [UInt8], documents: [IssuedDocument], linkHash: [UInt8], sealed: SealedPlanCopy,
    expiresAt: Date, basis: PlanBasis
  ) async throws -> Plan {
    guard let wording = String(validating: wording, as: UTF8.self) else {
      throw Refusal.invalid("the wording of a plan is JSON in UTF-8")
    }
    return try await call(
      "desk.plan_issue", .id(plan), .text(wording), .json(documents), .bytes(linkHash), .bytes(sealed.copy),
      .bytes(sealed.checkInBasis), .instant(expiresAt), .json(basis)
    ).only(as: Plan.init)
  }

  package func document(_ variant: String, of plan: Plan.ID) async throws -> IssuedDocument {
    try await call("desk.plan_document", .id(plan), .text(variant))
      .only { IssuedDocument(variant: variant, bytes: try $0.data("bytes")) }
  }

  /// Returns a rendering of a plan; nil for a plan that was issued without it.
  package func documentIfIssued(_ variant: String, of plan: Plan.ID) async throws -> IssuedDocument? {
    do {
      return try await document(variant, of: plan)
    } catch Refusal.notFound(kind: "document") {
      return nil
    }
  }

  /// Returns the JSON of the handout, as it was issued.
  package func wording(of plan: Plan.ID) async throws -> [UInt8] {
    try await call("desk.plan_wording", .id(plan)).only { Array(try $0.string("wording").utf8) }
  }

  /// Gives the client's page a new link, with the copy sealed under it. The old link stops working.
  package func relinkPlan(
    _ plan: Plan.ID, linkHash: [UInt8], sealed: SealedPlanCopy, expiresAt: Date
  ) async throws {
    _ = try await call(
      "desk.plan_relink", .id(plan), .bytes(linkHash), .bytes(sealed.copy), .bytes(sealed.checkInBasis),
      .instant(expiresAt))
  }
}
