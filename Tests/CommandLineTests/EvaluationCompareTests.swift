import Foundation
import TestSupport
import Testing

/// What changed between two evaluations, in the built program against a real instance.
@Suite(.serialized) struct EvaluationCompareTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test func comparesOnlySignedEvaluations() async throws {
    let client = try await scratch.newClient("Compared \(UUID().uuidString.prefix(8))")
    try await sign(#"{"findings": {"pf.fhp_cva": {"left": 44}}}"#, of: client)
    _ = try await record(#"{"findings": {"pf.fhp_cva": {"left": 60}}}"#, of: client)
    let alone = try await scratch.run(["evaluation", "compare", client], as: .mira)
    let said = alone.errorText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(alone.status != 0 && said.contains("only signed ones are compared"), "\(said)")
    try await sign(#"{"findings": {"pf.fhp_cva": {"left": 51}}}"#, of: client)
    let change = try await changes(of: client)
    #expect(change.contains("\"before\":44,\"after\":51"), "\(change)")
    #expect(change.contains("+7 deg, closer to usual, by our own working figure"), "\(change)")
  }

  @Test func namesNoDirectionWithinTheErrorOrWithoutOne() async throws {
    let client = try await scratch.newClient("Within \(UUID().uuidString.prefix(8))")
    try await sign(#"{"findings": {"pf.fhp_cva": {"left": 44}, "str.back_endurance": 45}}"#, of: client)
    try await sign(#"{"findings": {"pf.fhp_cva": {"left": 47}, "str.back_endurance": 90}}"#, of: client)
    let change = try await changes(of: client)
    #expect(change.contains("+3 deg, within noise, by our own working figure"), "\(change)")
    #expect(change.contains("+45 s, measurement error not known"), "\(change)")
    #expect(!change.contains("usual"), "\(change)")
  }

  @Test func signsNothingInWhichNothingWasFound() async throws {
    let client = try await scratch.newClient("Empty \(UUID().uuidString.prefix(8))")
    _ = try await scratch.json(["evaluation", "photo", client])
    let run = try await scratch.run(["evaluation", "sign", client], as: .mira)
    #expect(run.status == 5 && run.errorText.contains("evaluation discard"), "\(run.errorText)")
    _ = try await scratch.json(["evaluation", "discard", client, "--yes"])
  }

  // MARK: on the way there

  private func record(_ findings: String, of client: String) async throws -> String {
    let made = try await scratch.json(["evaluation", "new", client, "--from-json", "-"], input: findings)
    return try #require(made["id"] as? String)
  }

  private func sign(_ findings: String, of client: String) async throws {
    _ = try await scratch.json(["evaluation", "sign", try await record(findings, of: client)])
  }

  private func changes(of client: String) async throws -> String {
    let run = try await scratch.run(
      ["evaluation", "compare", client, "--jsonl", "--columns", "before,after,words"], as: .mira)
    #expect(run.status == 0, "\(run.errorText)")
    return run.text
  }
}
