import Foundation
import TestSupport
import Testing

/// Pain and findings over time, in the built program against a real instance.
@Suite(.serialized) struct TrendTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test func showsEachNumberBesideItsBlocks() async throws {
    let client = try await scratch.newClient("Trend \(UUID().uuidString.prefix(8))")
    for pain in [7, 5, 2] {
      let run = try await scratch.run(
        ["intake", "start", client, "--from-json", "-"], as: .mira, input: try answers(pain: pain))
      #expect(run.status == 0, "\(run.errorText)")
    }
    for angle in [44, 51] {
      let made = try await scratch.json(
        ["evaluation", "new", client, "--from-json", "-"],
        input: "{\"findings\": {\"pf.fhp_cva\": {\"left\": \(angle), \"right\": 50}}}")
      _ = try await scratch.json(["evaluation", "sign", try #require(made["id"] as? String)])
    }
    let lines = try await scratch.run(["client", "trend", client], as: .mira).text.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("Pain now") && $0.contains("▆▅▂  7 → 5 → 2") && $0.hasSuffix("better") })
    let trends = try await scratch.run(
      ["client", "trend", client, "--jsonl", "--columns", "id,side,points"], as: .mira)
    let left = try #require(trends.text.split(separator: "\n").first { $0.contains("fhp_cva") && $0.contains("left") })
    #expect(left.contains("\"value\":44") && left.contains("\"value\":51"))
    let page = try await scratch.run(["client", "show", client], as: .mira).text
    #expect(page.contains("7 → 5 → 2") && page.contains("44 → 51"))
    #expect(!page.contains("50 → 50"), "what did not change is not on the page")
  }

  @Test func anUnsignedEvaluationIsNoPointOfATrend() async throws {
    let client = try await scratch.newClient("Unsigned \(UUID().uuidString.prefix(8))")
    for angle in [44, 51] {
      _ = try await scratch.json(
        ["evaluation", "new", client, "--from-json", "-"],
        input: "{\"findings\": {\"pf.fhp_cva\": {\"left\": \(angle)}}}")
    }
    let run = try await scratch.run(["client", "trend", client, "--all"], as: .mira)
    #expect(run.status == 0 && run.text.isEmpty)
  }

  @Test func looksAtNoPlansAndSaysSo() async throws {
    let client = try await scratch.newClient("Unlooked \(UUID().uuidString.prefix(8))")
    #expect(try await scratch.run(["client", "trend", client], as: .mira).status == 0)
    let history = try await scratch.run(["audit", "list", "--client", client], as: .mira).text
    #expect(history.contains("evaluation.list") && !history.contains("plan.list"), "\(history)")
  }

  private func answers(pain: Int) throws -> String {
    let cases = URL(filePath: #filePath).appending(path: "../../ClinicalTests/Data/cases.json").standardized
    let data = try JSONSerialization.jsonObject(with: Data(contentsOf: cases)) as? [String: Any]
    let first = try #require((data?["cases"] as? [[String: Any]])?.first)
    var answers = try #require(first["answers"] as? [String: Any])
    answers["pain.now"] = pain
    answers["pain.worst7"] = 10
    answers["pain.least7"] = 0
    return String(decoding: try JSONSerialization.data(withJSONObject: answers), as: UTF8.self)
  }
}
