import Clinical
import Foundation
import JSON
import Records
import Sealing
import TestSupport
import Testing

@testable import Care
@testable import Installation

/// Mira's desk at the scratch instance, and clients brought to the stage that a test needs.
struct Caseload {
  let desk: Desk
  let pack: ContentPack

  init() async throws {
    _ = try ScratchInstance.current()
    desk = try await Desk.connect(service: ScratchInstance.Service.mira.rawValue)
    pack = try ShareDirectory.contentPack()
  }

  func client(_ name: String) async throws -> Client {
    try await desk.addClient(
      id: .new(), name: "\(name) \(UUID().uuidString.prefix(8))", email: nil, phone: nil, birthDate: nil)
  }

  /// An intake that raises no flag, unless the changes do.
  func intake(of client: Client, changing changes: [String: JSON] = [:]) async throws -> Intake {
    let intakes = Intakes(at: desk)
    return try await intakes.start(for: client, try intakes.check(try Self.answers(changing: changes), pack))
  }

  /// A referral that a check-in can raise, too, and that pauses the plans of this caseload.
  static let referral: RedFlag.ID = "rf.pregnancy_high_risk"

  /// An intake that raises the referral, which nobody has acknowledged.
  func unreadIntake(of client: Client) async throws -> Intake {
    try await desk.startIntake(
      id: .new(), client: client.id, answers: try Self.answers(), contentVersion: pack.version,
      raised: [try #require(pack.redFlag(Self.referral))], massage: .ok)
  }

  /// The refusal of the database while the referral waits in a record.
  static func blocked(_ record: String) -> Refusal {
    .blocked("\(record) is to be read first: nobody has acknowledged \(referral)")
  }

  func clientWithAcceptedIntake(_ name: String) async throws -> Client {
    let client = try await client(name)
    _ = try await accept(try await intake(of: client))
    return client
  }

  func clientHoldingPlan(_ name: String) async throws -> (client: Client, plan: Plan) {
    let client = try await clientWithAcceptedIntake(name)
    return (client, try await issuedPlan(of: client).plan)
  }

  func issuedPlan(of client: Client) async throws -> PlanIssue {
    let plans = Plans(at: desk)
    let draft = try await plans.draft(try await plans.proposal(for: client))
    return try await issue(try await plans.check(draft))
  }

  func issue(_ checked: CheckedPlan) async throws -> PlanIssue {
    try await Plans(at: desk).issue(
      checked, message: nil, expiresAt: Date(timeIntervalSinceNow: 3600),
      address: { "https://intake.example.org/p/\($0.text)" })
  }

  func accept(_ intake: Intake, taking claims: [ClientClaim] = []) async throws -> Acceptance {
    let intakes = Intakes(at: desk)
    return try await intakes.accept(try await intakes.check(intake), taking: claims)
  }

  /// Today's content as another version.
  static func pack(version: String) throws -> ContentPack { try ContentPack(files: files(version: version)) }

  /// Today's content as another version, in which one red flag is urgent that is a referral today.
  static func pack(urgent flag: RedFlag.ID, version: String) throws -> ContentPack {
    var files = try files(version: version)
    var text = String(decoding: try #require(files["redflags"]), as: UTF8.self)
    let start = try #require(text.range(of: "\"id\": \"\(flag)\"")).upperBound
    let urgency = try #require(text.range(of: "\"urgency\": \"refer\"", range: start..<text.endIndex))
    text.replaceSubrange(urgency, with: "\"urgency\": \"urgent\"")
    files["redflags"] = Array(text.utf8)
    return try ContentPack(files: files)
  }

  private static func files(version: String) throws -> [String: [UInt8]] {
    var files = try ShareDirectory.contentFiles()
    files["pack"] = JSON.object([JSON.Member("version", .string(version))]).bytes
    return files
  }

  func findings(
    _ findings: [FindingDefinition.ID: Finding], of client: Client
  ) async throws -> EvaluationRecord {
    try await Evaluations(at: desk).record(try CheckedFindings(Evaluation(findings), pack), of: client)
  }

  /// The baseline answers of the probes, which raise no flag, with some of them changed.
  static func answers(changing changes: [String: JSON] = [:]) throws -> Answers {
    let baseline = try JSON(parsing: Array(Probes.text().utf8))
    let kept = (baseline.members ?? []).filter { changes[$0.key] == nil }
    return try Answers(.object(kept + changes.map { JSON.Member($0.key, $0.value) }))
  }
}

extension Evaluation {
  init(_ findings: [FindingDefinition.ID: Finding]) {
    self.init()
    self.findings = findings
  }
}
