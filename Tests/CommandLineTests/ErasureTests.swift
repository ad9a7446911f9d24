import Foundation
import TestSupport
import Testing

/// The list of erased clients, which outlives a restored backup, in the built program against a real instance.
@Suite(.serialized) struct ErasureTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  /// A client who is in the list of erasures and in the database stands for one whom a restored backup brought back.
  @Test func erasesAgainWhoCameBackAndNobodyElse() async throws {
    let tag = UUID().uuidString.prefix(8)
    let back = try await scratch.newClient("Back \(tag)")
    let other = try await scratch.newClient("Stays \(tag)")
    let practices = try records(await scratch.run(["practice", "list", "--json"], as: .operator))
    let practice = try #require(practices.first { $0["name"] as? String == "Stillwater Massage" }?["id"] as? String)
    let list = #"[{"practice": "\#(practice)", "client": "\#(back)", "erased_at": "2026-01-02T03:04:05Z"}]"#
    let replay = ["erasures", "replay", "--from", "-", "--json"]
    let again = try await scratch.run(replay, as: .operator, input: list)
    #expect(again.status == 0 && again.text.contains(#""erased_again":1"#), "\(again.text)\(again.errorText)")
    #expect(try await scratch.run(["client", "show", back], as: .mira).status == 3)
    #expect(try await scratch.run(["client", "show", other], as: .mira).status == 0)

    let kept = try await scratch.run(
      ["erasures", "list", "--practice", "Stillwater Massage", "--json"], as: .operator)
    #expect(try records(kept).contains { $0["client"] as? String == back && $0["practice"] as? String == practice })
    let nobody = try await scratch.run(replay, as: .operator, input: kept.text)
    #expect(nobody.status == 0 && nobody.text.contains(#""erased_again":0"#), "\(nobody.text)\(nobody.errorText)")
  }

  @Test(arguments: ["{}", "[{}]", #"[{"practice": "x", "client": "y", "erased_at": "z"}]"#])
  func refusesWhatIsNoListOfErasures(input: String) async throws {
    let run = try await scratch.run(["erasures", "replay", "--from", "-"], as: .operator, input: input)
    #expect(run.status == 64 && run.errorText.contains("not a list of erasures"), "\(run.errorText)")
  }

  private func records(_ run: ProgramRun) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [[String: Any]])
  }
}
