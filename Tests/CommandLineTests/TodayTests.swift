import Foundation
import TestSupport
import Testing

@testable import CommandLine

@Suite(.serialized) struct TodayTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  /// Runs as Jonas, who has few clients, because `today` names only the first few.
  @Test func namesWhoseEvaluationIsNotSigned() async throws {
    let (name, client) = try await newClient("Unsigned")
    let record = try await scratch.json(
      ["evaluation", "new", client, "--from-json", "-"], as: .jonas, input: #"{"findings": {"pf.atr": 3}}"#)
    let evaluation = try #require(record["short_id"] as? String)
    #expect(try await today().contains(name))
    #expect(try await scratch.run(["today"], as: .tom).text.contains(name) == false)
    _ = try await scratch.json(["evaluation", "sign", evaluation], as: .jonas)
    #expect(try await today().contains(name) == false)
  }

  @Test func forgetsADraftThatWasThrownAway() async throws {
    let (name, client) = try await newClient("Mistaken")
    _ = try await scratch.json(
      ["evaluation", "new", client, "--from-json", "-"], as: .jonas, input: #"{"findings": {"pf.atr": 3}}"#)
    _ = try await scratch.json(["visit", "new", client, "--from-json", "-"], as: .jonas, input: "{}")
    let waiting = try await today()
    #expect(waiting.contains("to sign") && waiting.contains(name))
    _ = try await scratch.json(["evaluation", "discard", client, "--yes"], as: .jonas)
    _ = try await scratch.json(["visit", "discard", client, "--yes"], as: .jonas)
    #expect(try await today().contains(name) == false)
  }

  /// One client from evaluation to plan, with the plan held and paused, and a newer form.
  @Test func namesTheNextStepOfEachClient() async throws {
    let (name, client) = try await newClient("Stepping")
    #expect(try await waits(for: name) == [])
    try await takeForm(of: client)
    #expect(try await waits(for: name) == ["clients_to_examine"])
    let record = try await scratch.json(
      ["evaluation", "new", client, "--from-json", "-"], as: .jonas, input: #"{"findings": {"pf.atr": 3}}"#)
    _ = try await scratch.json(["evaluation", "sign", try #require(record["short_id"] as? String)], as: .jonas)
    #expect(try await waits(for: name) == ["clients_to_plan"])
    let plan = try #require(try await scratch.json(["plan", "new", client], as: .jonas)["id"] as? String)
    #expect(try await waits(for: name) == ["plans_in_draft"])
    _ = try await scratch.json(["plan", "issue", plan], as: .jonas)
    #expect(try await waits(for: name) == [])
    try await takeForm(of: client)
    #expect(try await waits(for: name) == ["plans_to_revise"])
    _ = try await scratch.json(["plan", "pause", plan], as: .jonas)
    #expect(try await waits(for: name) == ["plans_paused"])
    _ = try await scratch.json(["client", "archive", client], as: .jonas)
    #expect(try await waits(for: name) == [])
    // Leaves nothing that Jonas could undo.
    _ = try await scratch.json(["undo"], as: .jonas)
  }

  /// One client with an unsigned evaluation, an unsigned visit and a link that ends soon.
  @Test func namesAClientOnceWithAllThatWaits() async throws {
    let (name, client) = try await newClient("Threefold")
    _ = try await scratch.json(
      ["evaluation", "new", client, "--from-json", "-"], as: .jonas, input: #"{"findings": {"pf.atr": 3}}"#)
    _ = try await scratch.json(["visit", "new", client, "--from-json", "-"], as: .jonas, input: "{}")
    let link = try await scratch.json(["invite", "link", client, "--expires", "24h"], as: .jonas)
    let lines = try await today().split(separator: "\n").filter { $0.contains(name) }
    #expect(lines.count == 2 && lines.allSatisfy { $0.components(separatedBy: name).count == 2 }, "\(lines)")
    #expect(lines[0].contains("; also: visit to sign, link that stops working within 48 hours"), "\(lines)")
    #expect(lines[1].contains("\(name) (not opened)"), "what says more than the name is said once more: \(lines)")
    #expect(try await today().contains("named above"), "what waits is still counted under its kind")
    for record in ["evaluation", "visit"] {
      _ = try await scratch.json([record, "discard", client, "--yes"], as: .jonas)
    }
    _ = try await scratch.json(["invite", "revoke", try #require(link["short_id"] as? String)], as: .jonas)
    #expect(try await today().contains(name) == false)
  }

  @Test func tellsClientsOfOneNameApartByTheirShortIDs() async throws {
    let (name, first) = try await newClient("Namesake")
    let second = try #require(
      try await scratch.json(["client", "add", name, "--yes"], as: .jonas)["id"] as? String)
    var shortIDs: [String] = []
    for client in [first, second] {
      _ = try await scratch.json(
        ["evaluation", "new", client, "--from-json", "-"], as: .jonas, input: #"{"findings": {"pf.atr": 3}}"#)
      let shown = try await scratch.json(["client", "show", client], as: .jonas)
      shortIDs.append(try #require(shown["short_id"] as? String))
    }
    let today = try await today()
    #expect(shortIDs.allSatisfy { today.contains("\(name) \($0)") }, "\(today)")
    for client in [first, second] {
      _ = try await scratch.json(["evaluation", "discard", client, "--yes"], as: .jonas)
    }
  }

  private func newClient(_ what: String) async throws -> (name: String, id: String) {
    let name = "\(what) \(UUID().uuidString.prefix(8))"
    return (name, try #require(try await scratch.json(["client", "add", name], as: .jonas)["id"] as? String))
  }

  private func takeForm(of client: String) async throws {
    let intake = try await scratch.json(
      ["intake", "start", client, "--from-json", "-"], as: .jonas, input: try Probes.text())
    _ = try await scratch.json(["intake", "accept", try #require(intake["id"] as? String)], as: .jonas)
  }

  private func today() async throws -> String {
    try await scratch.run(["today", "--width", "400"], as: .jonas).text
  }

  /// The kinds of needs that name this client. The names are in the line after each sentence.
  private func waits(for name: String) async throws -> [String] {
    let sentences = [
      "clients_to_examine": "to examine", "clients_to_plan": "without a plan", "plans_in_draft": "in draft",
      "plans_to_revise": "newer form than their plan", "plans_paused": "paused",
    ]
    let lines = try await today().split(separator: "\n")
    return zip(lines, lines.dropFirst()).filter { $0.1.contains(name) }.flatMap { sentence, _ in
      sentences.filter { sentence.contains($0.value) }.map(\.key)
    }
  }
}
