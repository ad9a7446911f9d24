import Foundation
import TestSupport
import Testing

/// Details that no client can have and items that no plan can name, given to the built program.
@Suite(.serialized) struct ImpossibleDetailTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test(arguments: [
    (["--email", "notanemail"], "is not an e-mail address"), (["--phone", "abc"], "is not a phone number"),
    (["--birth-date", "2199-01-01"], "still to come"), (["--birth-date", "1801-01-01"], "more than 130 years ago"),
    (["--birth-date", "2031-02-30"], "there is no day 2031-02-30"),
    (["--birth-date", "30.2.1980"], "“30.2.1980” is not a date"),
  ])
  func isRefusedForANewClient(option: [String], reason: String) async throws {
    try await expectRefusal(["client", "add", "Impossible"] + option, reason)
  }

  @Test func aNameLongerThanTheDatabaseTakesIsRefused() async throws {
    try await expectRefusal(["client", "add", String(repeating: "n", count: 301)], "301 characters")
  }

  @Test(arguments: [
    ("email=notanemail", "is not an e-mail address"), ("phone=abc", "is not a phone number"),
    ("birth_date=2199-01-01", "still to come"), ("birth_date=2031-02-30", "there is no day"),
  ])
  func isRefusedForOneWhoIsThere(change: String, reason: String) async throws {
    let client = try await scratch.newClient("Possible \(UUID().uuidString.prefix(8))")
    try await expectRefusal(["client", "edit", client, "--set", change], reason)
  }

  @Test func anOptionThatEditLacksIsSaidAsAChange() async throws {
    try await expectRefusal(["client", "edit", "ana", "--phone", "abc"], "--set phone=")
  }

  @Test func whoIsUnderAgeIsAddedWithANote() async throws {
    let lastYear = Date(timeIntervalSinceNow: -365 * 86_400).formatted(.iso8601.year().month().day())
    let name = "Young \(UUID().uuidString.prefix(8))"
    let run = try await scratch.run(["client", "add", name, "--birth-date", lastYear], as: .mira)
    #expect(run.status == 0 && run.errorText.contains("so under 18"), "\(run.errorText)")
  }

  private func expectRefusal(_ arguments: [String], _ reason: String) async throws {
    let run = try await scratch.run(arguments, as: .mira)
    let said = run.errorText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(run.status == 64 && said.hasPrefix("plumbline: ") && said.contains("Next: "), "\(said)")
    #expect(said.contains(reason), "\(said)")
  }
}
