import ArgumentParser
import Care
import Foundation
import TestSupport
import Testing

@testable import CommandLine
@testable import Records

/// A colleague is found by a part of the name, as clients are.
@Suite(.serialized) struct ColleagueTests {
  private static func colleague(_ name: String, active: Bool = true) -> Colleague {
    Colleague(
      id: .new(), displayName: name, login: "t_\(name.prefix(3).lowercased())", isOwner: false, active: active,
      validUntil: nil, clients: nil)
  }

  private let everyone = [
    colleague("Jonas Weber"), colleague("Jon"), colleague("Zoë O’Hara"), colleague("Johanna Left", active: false),
    colleague("Web", active: false),
  ]

  @Test(arguments: [
    ("jonas", ["Jonas Weber"]), ("webe", ["Jonas Weber"]), ("w jon", ["Jonas Weber"]), ("jon", ["Jon"]),
    ("jo", ["Jonas Weber", "Jon"]), ("ZOE O'HARA", ["Zoë O’Hara"]), ("t_jon", ["Jonas Weber", "Jon"]), ("joh", []),
    ("web", []), ("t_web", []),
    ("", []), ("nas", []),
  ])
  func isMeantByTheBeginningsOfTheName(reference: String, names: [String]) {
    #expect(everyone.meant(by: reference).map(\.displayName) == names)
  }

  @Test func severalAreListedAndNobodyIsAnsweredWithWhoThereIs() throws {
    let console = try GlobalOptions.parse(["--no-input"]).console()
    let several = #expect(throws: CommandError.self) { try everyone.find("jo", console) }
    #expect(several?.status == .notFound && several?.why == ["Jonas Weber (t_jon)", "Jon (t_jon)"])
    let nobody = #expect(throws: CommandError.self) { try everyone.find("johanna", console) }
    #expect(nobody?.status == .notFound && nobody?.why == ["There are: Jonas Weber, Jon, Zoë O’Hara"])
    let left = #expect(throws: CommandError.self) { try everyone.find("web", console) }
    #expect(left?.status == .notFound && left?.what == "Web has left.")
  }

  @Test(arguments: [
    ("client assign CLIENT jon", "to Jonas"), ("client share CLIENT jo --until 2099-01-01", "with Jonas"),
    ("practitioner transfer jon mir --yes", "of Jonas to Mira"),
    ("practitioner deactivate jon --successor mi", "the login of Jonas and give"),
  ])
  func everyCommandThatTakesAColleagueTakesAPartOfTheName(line: String, said: String) async throws {
    let scratch = try ScratchInstance.current()
    let client = try await scratch.newClient("Handed \(UUID().uuidString.prefix(8))")
    let words = line.split(separator: " ").map { $0 == "CLIENT" ? client : String($0) }
    let would = try await scratch.run(words + ["-n", "--width", "300"], as: .mira)
    #expect(would.status == 0 && would.text.contains(said), "\(would.text) \(would.errorText)")
    let nobody = try await scratch.run(
      words.map { ["jon", "jo"].contains($0) ? "nobody" : $0 } + ["-n", "--width", "300"], as: .mira)
    #expect(nobody.status == 3 && nobody.errorText.contains("There are: "), "\(nobody.errorText)")
    #expect(nobody.errorText.contains("Jonas") && nobody.errorText.contains("Mira"))
  }

  /// Half a name may be another's by now, so it gives no record away unless somebody says yes.
  @Test(arguments: [
    ("client assign CLIENT jon", "plumbline client assign SHORT Jonas"),
    ("client share CLIENT jo --until 2099-01-01", "plumbline client share SHORT Jonas --until 2099-01-01"),
  ])
  func aPartOfANameHandsNoRecordOver(line: String, inFull: String) async throws {
    let scratch = try ScratchInstance.current()
    let client = try await scratch.newClient("Kept \(UUID().uuidString.prefix(8))")
    let short = try #require(try await scratch.json(["client", "show", client])["short_id"] as? String)
    let words = line.split(separator: " ").map { $0 == "CLIENT" ? client : String($0) }
    let refused = try await scratch.run(words + ["--width", "300"], as: .mira)
    #expect(refused.status == 64 && refused.errorText.contains("Is Jonas meant?"), "\(refused.errorText)")
    #expect(refused.errorText.contains(inFull.replacing("SHORT", with: short)), "\(refused.errorText)")
    #expect(try await scratch.json(["client", "show", client])["practitioner"] as? String == "Mira")
    #expect(try await scratch.run(words + ["--yes"], as: .mira).status == 0)
    let ending = try await scratch.run(["client", "share", client, "jo", "--end", "-n"], as: .mira)
    #expect(ending.errorText.contains("meant?") == false, "\(ending.errorText)")
  }

  /// The successor is given every client, so with --confirm, when nobody is asked, they are named in full.
  @Test func whoTakesOverIsNamedInFull() async throws {
    let run = try await ScratchInstance.current().run(
      ["practitioner", "deactivate", "jon", "--successor", "mi", "--confirm", "Jonas", "--width", "300"], as: .mira)
    #expect(run.status == 64 && run.errorText.contains("Is Mira meant?"), "\(run.errorText)")
    #expect(run.errorText.contains("practitioner deactivate jon --successor Mira --confirm Jonas"), "\(run.errorText)")
  }

  /// Ending a login cannot be undone, so half a name does not confirm it.
  @Test func whoLeavesIsConfirmedInFull() async throws {
    let run = try await ScratchInstance.current().run(
      ["practitioner", "deactivate", "jon", "--successor", "mira", "--confirm", "jon"], as: .mira)
    #expect(run.status == 2 && run.errorText.contains("“jon” is not Jonas"), "\(run.errorText)")
  }
}
