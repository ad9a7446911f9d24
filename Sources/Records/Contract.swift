// The face of Records towards IntakePages and CommandLine. To be spread over one file a noun.
import Clinical
import Foundation
import PostgreSQL

// MARK: errors

/// A call that the database answered with a no.
package enum Refusal: Error, Sendable, Hashable {
  /// Unknown, foreign and erased are the same.
  case notFound(kind: String)
  case notAllowed(String)
  /// State forbids it: already signed, already accepted, plan closed ...
  case conflict(String)
  /// A safety rule forbids it: unacknowledged red flag, blocked item, unsigned evaluation ...
  case blocked(String)
  case expired(String)
  case invalid(String)
}

/// Everything else: connection lost, database down, a bug. Its description carries no client data.
package struct Fault: Error, Sendable {
  package let reference: String
  package let sqlState: String?
  package let unreachable: Bool
}

// MARK: records

package struct Practitioner: Sendable {
  package typealias ID = RecordID<Practitioner>
  package let id: ID
  package let displayName: String
  package let isOwner: Bool
  package let practiceName: String
}

package struct Client: Sendable {
  package typealias ID = RecordID<Client>
  package let id: ID
  package let shortID: String
  package let fullName: String
  package let email: String?
  package let phone: String?
  package let birthDate: CalendarDate?
  /// Display name of the practitioner whose client this is.
  package let practitioner: String
  package let archived: Bool
  package let createdAt: Date
}

package struct Invite: Sendable {
  package typealias ID = RecordID<Invite>
  package enum State: String, Sendable { case created, opened, started, submitted, expired, revoked }
  package let id: ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let state: State
  package let createdAt: Date
  package let expiresAt: Date
}

/// A flag of a submitted intake and what the therapist did about it.
package struct IntakeFlag: Sendable {
  package let flag: RedFlag.ID
  package let urgency: RedFlag.Urgency
  package let title: String
  package let acknowledgedAt: Date?
  /// refer, adapt or proceed.
  package let action: String?
  package let note: String?
}

package struct Intake: Sendable {
  package typealias ID = RecordID<Intake>
  package enum State: String, Sendable { case submitted, flagged, accepted, returned, amended }
  package let id: ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let submittedAt: Date
  package let contentVersion: String
  package let answers: Answers
  package let flags: [IntakeFlag]
  package let massage: MassageAdvice
  package let state: State
}

/// A line of `intake list`: no answers in it.
package struct IntakeSummary: Sendable {
  package let id: Intake.ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let submittedAt: Date
  package let state: Intake.State
  package let openFlags: Int
  package let highestUrgency: RedFlag.Urgency?
}

package struct EvaluationRecord: Sendable {
  package typealias ID = RecordID<EvaluationRecord>
  package enum State: String, Sendable { case draft, signed, amended }
  package let id: ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let contentVersion: String
  package let evaluation: Evaluation
  package let state: State
  package let recordedAt: Date
  package let signedAt: Date?
}

package struct Plan: Sendable {
  package typealias ID = RecordID<Plan>
  package enum State: String, Sendable { case draft, issued, revised, paused, closed }

  /// One item the client is to get.
  package struct Item: Sendable {
    package var item: HomeCareItem.ID
    /// Why, as ids of flags, hypotheses, `core` ...; empty when added by hand.
    package var sources: [String]
    package var effect: HomeCareItem.Effect?
    package var reasons: [String]
    /// Why the therapist lowered a block, or the clinician who agreed to an ask-first item and the day.
    package var override: Override?
    package var note: String?

    package init(
      item: HomeCareItem.ID, sources: [String], effect: HomeCareItem.Effect?, reasons: [String],
      override: Override? = nil, note: String? = nil
    ) {
      self.item = item
      self.sources = sources
      self.effect = effect
      self.reasons = reasons
      self.override = override
      self.note = note
    }
  }
  package struct Override: Sendable, Hashable, Codable {
    package var reason: String
    package var clinician: String?
    package var date: CalendarDate?

    package init(reason: String, clinician: String? = nil, date: CalendarDate? = nil) {
      self.reason = reason
      self.clinician = clinician
      self.date = date
    }
  }

  package let id: ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let intake: Intake.ID
  package let evaluation: EvaluationRecord.ID?
  package let contentVersion: String
  package let state: State
  package let items: [Item]
  package let createdAt: Date
  package let issuedAt: Date?
  package let nextVisit: CalendarDate?
  package let message: String?
}

/// A rendering of an issued plan, kept byte for byte.
package struct IssuedDocument: Sendable {
  /// pdf-a4, pdf-a4-large, pdf-letter, pdf-letter-large, text, text-ascii
  package let variant: String
  package let bytes: [UInt8]
  package init(variant: String, bytes: [UInt8]) {
    self.variant = variant
    self.bytes = bytes
  }
}

package struct AuditEntry: Sendable {
  package let sequence: Int
  package let at: Date
  /// Display name.
  package let who: String
  package let verb: String
  package let target: UUID?
  package let reason: String?
}

// MARK: the therapist's face

/// What a therapist may do, as the PostgreSQL role they are connected as.
///
/// Every function throws `Refusal` for what cannot be and `Fault` for what went wrong. A reference is an id or a
/// short id, as typed.
package struct Desk: Sendable {
  package let database: any PostgresClient
  package init(_ database: any PostgresClient) { self.database = database }

  package func whoAmI() async throws -> Practitioner { preconditionFailure("contract") }

  package func addClient(id: Client.ID, name: String, email: String?, phone: String?, birthDate: CalendarDate?)
    async throws -> Client
  { preconditionFailure("contract") }
  package func clients(includingArchived: Bool = false) async throws -> [Client] { preconditionFailure("contract") }
  package func client(_ reference: String) async throws -> Client { preconditionFailure("contract") }

  package func createInvite(
    id: Invite.ID, client: Client.ID, tokenHash: [UInt8], expiresAt: Date, contentVersion: String, prefill: [UInt8]?
  ) async throws -> Invite { preconditionFailure("contract") }
  package func invites() async throws -> [Invite] { preconditionFailure("contract") }

  package func intakes(toReviewOnly: Bool = false) async throws -> [IntakeSummary] { preconditionFailure("contract") }
  package func intake(_ reference: String) async throws -> Intake { preconditionFailure("contract") }
  /// Answers taken by the therapist, on the phone or from paper.
  package func startIntake(
    id: Intake.ID, client: Client.ID, answers: Answers, contentVersion: String, raised: [RedFlag],
    massage: MassageAdvice
  ) async throws -> Intake { preconditionFailure("contract") }
  package func acknowledgeFlag(_ flag: RedFlag.ID, of intake: Intake.ID, action: String, note: String) async throws
  { preconditionFailure("contract") }
  package func acceptIntake(_ intake: Intake.ID) async throws { preconditionFailure("contract") }
  /// The accepted intake of a client, if there is one; the newest.
  package func acceptedIntake(of client: Client.ID) async throws -> Intake? { preconditionFailure("contract") }

  package func recordEvaluation(
    id: EvaluationRecord.ID, client: Client.ID, evaluation: Evaluation, contentVersion: String
  ) async throws -> EvaluationRecord { preconditionFailure("contract") }
  package func evaluation(_ reference: String) async throws -> EvaluationRecord { preconditionFailure("contract") }
  package func evaluations(of client: Client.ID) async throws -> [EvaluationRecord]
  { preconditionFailure("contract") }
  package func signEvaluation(_ id: EvaluationRecord.ID) async throws { preconditionFailure("contract") }

  package func createPlan(
    id: Plan.ID, client: Client.ID, intake: Intake.ID, evaluation: EvaluationRecord.ID?, contentVersion: String,
    items: [Plan.Item]
  ) async throws -> Plan { preconditionFailure("contract") }
  package func plan(_ reference: String) async throws -> Plan { preconditionFailure("contract") }
  package func plans(of client: Client.ID?) async throws -> [Plan] { preconditionFailure("contract") }
  package func setItems(_ items: [Plan.Item], of plan: Plan.ID) async throws { preconditionFailure("contract") }
  /// Signs the plan with its wording (JSON of the handout) and renderings; `sealed` is the client's copy under the
  /// link whose hash is `linkHash`.
  package func issuePlan(
    _ plan: Plan.ID, wording: [UInt8], documents: [IssuedDocument], linkHash: [UInt8], sealed: [UInt8], expiresAt: Date
  ) async throws -> Plan { preconditionFailure("contract") }
  package func document(_ variant: String, of plan: Plan.ID) async throws -> IssuedDocument
  { preconditionFailure("contract") }

  package func auditEntries(client: Client.ID? = nil) async throws -> [AuditEntry] { preconditionFailure("contract") }
}

// MARK: the public face

/// What the daemon may do. It holds sealed bytes and hashes of secrets, and hands over submissions.
package struct Door: Sendable {
  package let database: any PostgresClient
  package init(_ database: any PostgresClient) { self.database = database }

  /// What a link opens. Unknown, malformed, expired and revoked all throw the same `Refusal.notFound`.
  package struct OpenedInvite: Sendable {
    package let practiceName: String
    /// CSS colour of the practice, `#rrggbb`; nil is the house's.
    package let practiceColour: String?
    package let practicePhone: String?
    package let therapistName: String
    package let state: Invite.State
    package let contentVersion: String
    package let hiddenQuestions: [Question.ID]
    package let expiresAt: Date
    package let submittedAt: Date?
    /// Last accepted answers sealed under the link, for a returning client.
    package let prefill: [UInt8]?
  }

  package struct Receipt: Sendable, Hashable {
    package enum Outcome: String, Sendable { case stored, replayed }
    package let outcome: Outcome
    /// Short code the client can quote.
    package let code: String
    package let submittedAt: Date
  }

  package func openInvite(tokenHash: [UInt8]) async throws -> OpenedInvite { preconditionFailure("contract") }
  package func saveDraft(tokenHash: [UInt8], draftKeyHash: [UInt8], sealed: [UInt8]) async throws
  { preconditionFailure("contract") }
  package func loadDraft(tokenHash: [UInt8], draftKeyHash: [UInt8]) async throws -> [UInt8]?
  { preconditionFailure("contract") }
  /// Keeps the draft key wrapped under a resume code for another device; a newer code replaces the older.
  package func saveResumeCode(tokenHash: [UInt8], draftKeyHash: [UInt8], codeHash: [UInt8], wrappedKey: [UInt8])
    async throws
  { preconditionFailure("contract") }
  /// The wrapped key, or nil for a wrong code; guesses per invite are limited.
  package func openResumeCode(tokenHash: [UInt8], codeHash: [UInt8]) async throws -> [UInt8]?
  { preconditionFailure("contract") }
  /// Stores a submission, marks the invite used and writes the audit entry, in one transaction. The same key and
  /// digest again give the same receipt, also after expiry; the same key with another digest, or another key for a
  /// used invite, throws `Refusal.conflict`.
  package func submitIntake(
    tokenHash: [UInt8], submissionKey: UUID, digest: [UInt8], intake: Intake.ID, answers: Answers,
    contentVersion: String, raised: [RedFlag], massage: MassageAdvice, draftKeyHash: [UInt8], sealedCopy: [UInt8]
  ) async throws -> Receipt { preconditionFailure("contract") }
  /// The client's own sealed copy of what was sent, for the holder of the draft key.
  package func sealedCopy(tokenHash: [UInt8], draftKeyHash: [UInt8]) async throws -> (receipt: Receipt, sealed: [UInt8])?
  { preconditionFailure("contract") }
  /// The issued plan sealed under its link.
  package func openPlan(linkHash: [UInt8]) async throws -> [UInt8] { preconditionFailure("contract") }
  /// One round trip: schema version, for `/readyz`.
  package func schemaVersion() async throws -> Int { preconditionFailure("contract") }
}

// MARK: secrets

/// A link's secret: 32 random bytes as 43 characters of base64url. The database only ever sees its hash.
package struct LinkToken: Sendable, Hashable {
  package let bytes: [UInt8]
  package init() { bytes = [] }
  /// Nil unless exactly 43 characters of base64url in canonical form.
  package init?(_ text: String) { return nil }
  package var text: String { "" }
  /// SHA-256 of the 32 bytes.
  package var hash: [UInt8] { [] }
}

/// Bytes only the holder of a secret can read: ChaChaPoly under HKDF-SHA256 of the secret, bound to a context.
package enum SealedBox {
  package static func seal(_ plaintext: [UInt8], under secret: [UInt8], context: String) throws -> [UInt8]
  { preconditionFailure("contract") }
  package static func open(_ sealed: [UInt8], under secret: [UInt8], context: String) throws -> [UInt8]
  { preconditionFailure("contract") }
}

// MARK: content on disk

/// Finds the product's data files: `PLUMBLINE_SHARE`, else `../share/plumbline` of the executable, else the checkout.
package enum ShareDirectory {
  package static func locate() throws -> URL { preconditionFailure("contract") }
  /// Loads `content/VERSION/*.json`; nil is the newest version.
  package static func contentPack(version: String? = nil) throws -> ContentPack { preconditionFailure("contract") }
}

/// The client's copy of an issued plan as sealed under the link: JSON of this.
package struct ClientPlanCopy: Sendable, Codable {
  package var title: String
  package var practice: String
  package var issuedOn: CalendarDate
  /// What the page shows: headings, paragraphs and lists, in reading order.
  package var blocks: [Block]
  /// The text export.
  package var text: String
  /// PDF as base64.
  package var pdf: String

  package enum Block: Sendable, Hashable, Codable {
    case heading(level: Int, String)
    case paragraph(String)
    case bullets([String])
    case numbered([String])
    /// Label and value, such as a dose.
    case facts([[String]])
  }

  package init(title: String, practice: String, issuedOn: CalendarDate, blocks: [Block], text: String, pdf: String) {
    self.title = title
    self.practice = practice
    self.issuedOn = issuedOn
    self.blocks = blocks
    self.text = text
    self.pdf = pdf
  }
}
