import Clinical
import PostgreSQL

extension Desk {
  /// Returns everything that was said about a client's consents, newest first.
  package func consents(of reference: String) async throws -> [Consent] {
    try await call("desk.client_consents", .text(reference)).decoded(as: Consent.init)
  }

  /// Records that a client takes a consent back, and pauses the issued plans that rest on it.
  /// - Returns: the short ids of the plans that were paused.
  package func withdrawConsent(
    _ consent: Question.ID, of reference: String, source: Consent.Source, reason: String?
  ) async throws -> [String] {
    try await call(
      "desk.client_consent_withdraw", .text(reference), .text(consent.rawValue), .text(source.rawValue),
      reason.map { .text($0) }
    ).decoded { try $0.string("client_consent_withdraw") }
  }

  /// Records that a client agrees anew.
  /// - Parameter textVersion: the content whose words they agreed to.
  package func renewConsent(
    _ consent: Question.ID, of reference: String, source: Consent.Source, textVersion: String
  ) async throws {
    _ = try await call(
      "desk.client_consent_renew", .text(reference), .text(consent.rawValue), .text(source.rawValue),
      .text(textVersion))
  }

  /// Records why care goes on although a consent is refused or withdrawn. The client's next answer counts again.
  package func overrideConsent(_ consent: Question.ID, of reference: String, reason: String) async throws {
    _ = try await call(
      "desk.client_consent_override", .text(reference), .text(consent.rawValue), .text(reason))
  }

  /// Returns what is to be known of a client before anything else.
  package func notices(of reference: String) async throws -> [ClientNotice] {
    try await call("desk.client_notices", .text(reference)).decoded { try ClientNotice($0) }
      .compactMap { $0 }
  }

  /// Records that what a client wished is done.
  package func finishWish(_ wish: ClientWish, of reference: String) async throws {
    _ = try await call("desk.client_wish_done", .text(reference), .text(wish.rawValue))
  }

  /// Records that the client's practitioner has read which colleagues opened the client, and why.
  package func acknowledgeOpenings(of reference: String) async throws {
    _ = try await call("desk.client_opening_acknowledge", .text(reference))
  }
}
