import Foundation
import TestSupport
import Testing

/// What a therapist is told of consent and of broken glass, in the built program against a real instance.
@Suite(.serialized) struct ConsentTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test func aRefusedConsentStandsOnEveryPageUntilItIsSettled() async throws {
    let name = "Unwilling \(UUID().uuidString.prefix(8))"
    let client = try await scratch.newClient(name)
    try await start(client, changing: ["consent.treatment": false])
    for words in [["client", "show", client], ["intake", "show", client], ["intake", "review", client]] {
      let text = try await scratch.run(words, as: .mira).text
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.prefix(3).contains { $0.contains("NO CONSENT") }, "\(words): \(text)")
    }
    let today = try await scratch.run(["today"], as: .mira).text
    #expect(today.split(separator: "\n").dropFirst().first?.contains("not agree to their care") == true, "\(today)")
    #expect(today.contains("\(name) (treatment refused)"))

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
    #expect(try await !scratch.run(["today"], as: .mira).text.contains(name))
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
    let probes = URL(filePath: #filePath).appending(path: "../../ClinicalTests/Data/probes.json").standardized
    let data = try JSONSerialization.jsonObject(with: Data(contentsOf: probes)) as? [String: Any]
    let answers = try #require(data?["baseline"] as? [String: Any]).merging(changes) { $1 }
    let text = String(decoding: try JSONSerialization.data(withJSONObject: answers), as: UTF8.self)
    _ = try await scratch.json(["intake", "start", client, "--from-json", "-"], input: text)
  }
}
