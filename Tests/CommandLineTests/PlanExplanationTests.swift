import Foundation
import TestSupport
import Testing

/// Why a plan is as it is, in the built program against a real instance.
@Suite(.serialized) struct PlanExplanationTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test func listsEveryItemInShortAndOneInDepth() async throws {
    let (client, plan) = try await draftedPlan()
    let items = try #require(try await scratch.json(["plan", "show", plan])["draft"] as? [String])
    let outline = try await lines(["plan", "explain", plan])
    let heads = outline.filter { $0["role"] as? String == "verdict" }.compactMap { $0["text"] as? String }
    #expect(heads.count == items.count)
    for (number, (head, item)) in zip(heads, items).enumerated() {
      #expect(head.hasPrefix("\(number + 1). ") && head.contains("(\(item))"))
    }
    let second = try await lines(["plan", "explain", client, "2"])
    #expect((second.first?["text"] as? String)?.contains("(\(items[1]))") == true)
    #expect(try await lines(["plan", "explain", plan, items[1]]).count == second.count)
    #expect(try await scratch.run(["plan", "explain", plan, "\(items.count + 1)"], as: .mira).status == 3)
  }

  @Test func aPlanCanBeReadWhileItsIntakeIsNotAccepted() async throws {
    let (client, plan) = try await draftedPlan()
    let amended = try await scratch.run(
      ["intake", "amend", client, "--from-json", "-", "--reason", "misread"], as: .mira,
      input: #"{"sleep.hours": 5}"#)
    #expect(amended.status == 0, "\(amended.errorText)")
    for command in [["plan", "show", plan], ["plan", "explain", plan], ["plan", "explain", plan, "1"]] {
      let run = try await scratch.run(command, as: .mira)
      #expect(run.status == 0, "\(run.errorText)")
      #expect(!run.output.isEmpty)
      let said = run.errorText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(said.contains("has no accepted intake") && said.contains("plumbline intake review"), "\(said)")
    }
    #expect(try await scratch.run(["plan", "issue", plan], as: .mira).status == 5)
  }

  @Test func withoutAnyIntakeItSaysWhatComesFirst() async throws {
    let client = try await scratch.newClient("No intake \(UUID().uuidString.prefix(8))")
    let run = try await scratch.run(["plan", "explain", client], as: .mira)
    #expect(run.status == 5)
    #expect(run.errorText.contains("has no accepted intake") && run.errorText.contains("plumbline invite link"))
  }

  // MARK: helpers

  private func draftedPlan() async throws -> (client: String, plan: String) {
    let client = try await scratch.newClient("Explained \(UUID().uuidString.prefix(8))")
    _ = try await scratch.json(["intake", "start", client, "--from-json", "-"], input: try Probes.text())
    _ = try await scratch.json(["intake", "accept", client])
    let plan = try await scratch.json(["plan", "new", client])
    return (client, try #require(plan["short_id"] as? String))
  }

  private func lines(_ arguments: [String]) async throws -> [[String: Any]] {
    let run = try await scratch.run(arguments + ["--json"], as: .mira)
    return try JSONSerialization.jsonObject(with: Data(run.output)) as? [[String: Any]] ?? []
  }
}
