import Clinical
import Installation
import Records

/// What the clients of a practice agree to: how it stands, taken back, renewed, and gone without for a reason.
package struct Consents: Sendable {
  let desk: Desk

  package init(at desk: Desk) { self.desk = desk }

  /// Returns the newest word about each consent, in the order of the form. The words of one are those of the content it
  /// was said about.
  package func standing(of client: Client) async throws -> [ConsentStanding] {
    var standings: [ConsentStanding] = []
    var seen: Set<Question.ID> = []
    for consent in try await desk.consents(of: "\(client.id)") where seen.insert(consent.question).inserted {
      let pack = try await desk.content(consent.textVersion)
      standings.append(ConsentStanding(consent: consent, question: pack.question(consent.question)))
    }
    return standings.sorted {
      ($0.question?.order ?? .max, $0.consent.question) < ($1.question?.order ?? .max, $1.consent.question)
    }
  }

  /// Takes a consent back, as the client wishes; the plans that rest on it are paused with it.
  ///
  /// - Returns: the short ids of the plans that were paused.
  package func withdraw(
    _ consent: Question.ID, of client: Client, source: Consent.Source, reason: String?, dryRun: Bool
  ) async throws -> [String] {
    try await desk.perform(dryRun: dryRun) {
      try await desk.withdrawConsent(consent, of: "\(client.id)", source: source, reason: reason)
    }
  }

  /// Renews a consent in the words of today's form.
  ///
  /// - Throws: `ConsentRefusal.unknown` for what the form does not ask consent for.
  package func renew(
    _ consent: Question.ID, of client: Client, source: Consent.Source, dryRun: Bool
  ) async throws {
    let pack = try ShareDirectory.contentPack()
    guard pack.consents.contains(where: { $0.id == consent }) else {
      throw CareRefusal.consent(.unknown(consent, known: pack.consents.map(\.id)))
    }
    try await desk.perform(dryRun: dryRun) {
      try await desk.renewConsent(consent, of: "\(client.id)", source: source, textVersion: pack.version)
    }
  }

  /// Goes on without a consent, for a reason that stays with it.
  package func override(_ consent: Question.ID, of client: Client, reason: String, dryRun: Bool) async throws {
    try await desk.perform(dryRun: dryRun) {
      try await desk.overrideConsent(consent, of: "\(client.id)", reason: reason)
    }
  }

  /// Checks that the client does not withhold a consent that what comes next rests on. The database refuses it too; here
  /// it is said in the words of the form, and before any work is done.
  ///
  /// - Throws: `ConsentRefusal.withheld`.
  package func refuseWithheld(by client: Client.ID) async throws {
    let withheld = try await withheld(by: client)
    guard !withheld.isEmpty else { return }
    let pack = try ShareDirectory.contentPack()
    throw CareRefusal.consent(
      .withheld(
        withheld.map { WithheldConsent(id: $0, state: $1, words: pack.question($0)?.text) },
        by: try await desk.client("\(client)")))
  }

  func withheld(by client: Client.ID) async throws -> [(Question.ID, Consent.State)] {
    try await desk.notices(of: "\(client)").compactMap {
      if case .withheldConsent(let consent, let state) = $0 { (consent, state) } else { nil }
    }
  }
}

/// How one consent stands.
package struct ConsentStanding: Sendable {
  package let consent: Consent
  /// As it was asked; nil when that content does not have it.
  package let question: Question?
}

package struct WithheldConsent: Sendable {
  package let id: Question.ID
  package let state: Consent.State
  /// What the client was asked to agree to; nil when today's form does not ask it.
  package let words: String?
}

package enum ConsentRefusal: Sendable {
  case withheld([WithheldConsent], by: Client)
  /// The form does not ask for such a consent.
  case unknown(Question.ID, known: [Question.ID])
}

extension ContentPack {
  /// The permissions among the consents: a no to one of them leaves care as it is. The database has the same list
  /// (`clinic.is_required_consent`).
  private static let permissions: Set<Question.ID> = [
    "consent.photos", "consent.reminders", "consent.contact_physician",
  ]

  /// The questions that a client gives consent with.
  package var consents: [Question] {
    questions.filter { $0.kind == .consent || Self.permissions.contains($0.id) }
  }
}
