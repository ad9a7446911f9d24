import Foundation
import TestSupport
import Testing

@Suite(.serialized) struct EvaluationPrintTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test func comparesWithTheOneBeforeAsItWasAmended() async throws {
    let client = try await scratch.newClient("Printed \(UUID().uuidString.prefix(8))")
    let first = try await recorded(3, of: client)
    _ = try await scratch.json(["evaluation", "sign", first])
    _ = try await scratch.json(
      ["evaluation", "amend", first, "--from-json", "-", "--reason", "misread"],
      input: #"{"findings": {"pf.atr": 12}}"#)
    let second = try await recorded(4, of: client)
    let printed = try await scratch.run(["evaluation", "print", second, "--text"], as: .mira)
    #expect(printed.text.contains("Compared with") && printed.text.contains("12 deg"), "\(printed.errorText)")
  }

  private func recorded(_ rotation: Int, of client: String) async throws -> String {
    let record = try await scratch.json(
      ["evaluation", "new", client, "--from-json", "-"], input: "{\"findings\": {\"pf.atr\": \(rotation)}}")
    return try #require(record["short_id"] as? String)
  }
}
