import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct TodayTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  /// As Jonas, for whom little waits: only the first few are named.
  @Test func namesWhoseEvaluationIsNotSigned() async throws {
    let name = "Unsigned \(UUID().uuidString.prefix(8))"
    let client = try #require(try await scratch.json(["client", "add", name], as: .jonas)["id"] as? String)
    let record = try await scratch.json(
      ["evaluation", "new", client, "--from-json", "-"], as: .jonas, input: #"{"findings": {"pf.atr": 3}}"#)
    let evaluation = try #require(record["short_id"] as? String)
    #expect(try await scratch.run(["today"], as: .jonas).text.contains(name))
    #expect(try await scratch.run(["today"], as: .tom).text.contains(name) == false)
    _ = try await scratch.json(["evaluation", "sign", evaluation], as: .jonas)
    #expect(try await scratch.run(["today"], as: .jonas).text.contains(name) == false)
  }
}
