import Foundation
import TestSupport
import Testing

/// What a therapist is told about consents and emergency openings, in the built program against a real instance.
@Suite(.serialized) struct ConsentTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test func aRefusedConsentStandsOnEveryPageUntilItIsSettled() async throws {
    let name = "Unwilling \(UUID().uuidString.prefix(8))"
    let client = try await scratch.newClient(name)
    let others = try await refusals()
    try await start(client, changing: ["consent.treatment": false])
    for words in [["client", "show", client], ["intake", "show", client], ["intake", "review", client]] {
      let text = try await scratch.run(words, as: .mira).text
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.prefix(3).contains { $0.contains("NO CONSENT") }, "\(words): \(text)")
    }
    let today = try await scratch.run(["today"], as: .mira).text
    // Only needs that cannot wait stand above it.
    let above = today.split(separator: "\n").dropFirst().prefix { !$0.contains("not agree to their care") }
    #expect(today.contains("not agree to their care"), "\(today)")
    #expect(above.allSatisfy { !$0.hasPrefix("  ·") }, "\(today)")
    #expect(try await refusals() == others + 1)

    for words in [["intake", "accept", client], ["intake", "accept", client, "-n"]] {
      let refused = try await scratch.run(words, as: .mira)
      #expect(refused.status == 5 && refused.errorText.contains("I agree to massage"), "\(refused.errorText)")
    }
    let list = try await scratch.run(["client", "consent", client, "--json"], as: .mira)
    let consents = try #require(JSONSerialization.jsonObject(with: Data(list.output)) as? [[String: Any]])
    let treatment = try #require(consents.first { $0["consent"] as? String == "consent.treatment" })
    #expect(treatment["state"] as? String == "refused" && treatment["by"] as? String == "Mira", "\(treatment)")
    _ = try await scratch.json(["client", "consent", client, "--renew", "treatment", "--from", "sheet"])
    _ = try await scratch.json(["intake", "accept", client])
    #expect(try await refusals() == others)
  }

  /// How many clients of Mira's do not agree to their care; `today` names only the first few.
  private func refusals() async throws -> Int {
    try #require(try await scratch.json(["today"])["consents_refused"] as? Int)
  }

  @Test(arguments: [["client", "consent"], ["plan", "new"]])
  func aClientWhoWasNotOpenedYetIsOpenedByName(_ command: [String]) async throws {
    let name = "Unopened \(UUID().uuidString.prefix(8))"
    _ = try await scratch.newClient(name)
    let run = try await scratch.run(command + [name, "--json"], as: .mira)
    #expect(!run.errorText.contains("audit could not be written"), "\(run.errorText)")
  }

  @Test func theTherapistIsToldWhyAColleagueOpenedTheirClient() async throws {
    let name = "Opened \(UUID().uuidString.prefix(8))"
    let client = try await scratch.newClient(name)
    let open = ["client", "open", client, "--reason-file", "-"]
    let reason = "fainted at the desk \(UUID().uuidString.prefix(8))"
    #expect(try await scratch.run(open, as: .jonas, input: reason).status == 0)
    for words in [["today"], ["client", "show", client], ["client", "timeline", client, "--jsonl"]] {
      let text = try await scratch.run(words, as: .mira).text
      #expect(text.contains(reason) && text.contains("Jonas"), "\(words): \(text)")
    }
    _ = try await scratch.json(["client", "open", client, "--ack"])
    for words in [["today"], ["client", "show", client]] {
      #expect(try await !scratch.run(words, as: .mira).text.contains(reason), "\(words)")
    }
    #expect(try await scratch.run(["client", "timeline", client, "--jsonl"], as: .mira).text.contains(reason))
  }

  private func start(_ client: String, changing changes: [String: Any]) async throws {
    let text = try Probes.text(changing: changes)
    _ = try await scratch.json(["intake", "start", client, "--from-json", "-"], input: text)
  }
}
