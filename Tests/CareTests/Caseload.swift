import Clinical
import Foundation
import JSON
import Records
import Sealing
import TestSupport
import Testing

@testable import Care
@testable import Installation

/// Mira's desk at the scratch instance, and clients who have come as far as a test needs.
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

  func clientWithAcceptedIntake(_ name: String) async throws -> Client {
    let client = try await client(name)
    _ = try await Intakes(at: desk).accept(try await intake(of: client), taking: [])
    return client
  }

  func issuedPlan(of client: Client) async throws -> PlanIssue {
    let plans = Plans(at: desk)
    let draft = try await plans.draft(try await plans.proposal(for: client))
    return try await plans.issue(
      try await plans.check(draft), nextVisit: nil, message: nil, expiresAt: Date(timeIntervalSinceNow: 3600),
      address: { "https://intake.example.org/p/\($0.text)" })
  }

  /// Today's content, in which one red flag is urgent.
  static func pack(urgent flag: RedFlag.ID) throws -> ContentPack {
    var files = try ShareDirectory.contentFiles(in: try ShareDirectory.locate())
    var text = String(decoding: try #require(files["redflags"]), as: UTF8.self)
    let start = try #require(text.range(of: "\"id\": \"\(flag)\"")).upperBound
    let urgency = try #require(text.range(of: "\"urgency\": \"refer\"", range: start..<text.endIndex))
    text.replaceSubrange(urgency, with: "\"urgency\": \"urgent\"")
    files["redflags"] = Array(text.utf8)
    return try ContentPack(files: files)
  }

  /// The answers of the probes that raise nothing, with some of them changed.
  static func answers(changing changes: [String: JSON] = [:]) throws -> Answers {
    let probes = URL(filePath: #filePath).appending(path: "../../ClinicalTests/Data/probes.json").standardized
    let baseline = try JSON(parsing: Array(Data(contentsOf: probes)))["baseline"]
    let kept = (baseline?.members ?? []).filter { changes[$0.key] == nil }
    return try Answers(.object(kept + changes.map { JSON.Member($0.key, $0.value) }))
  }
}
