import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import CommandLine

/// All missing arguments are named at once.
@Suite struct MissingArgumentsTests {
  @Test(
    arguments: [
      (["intake", "flag"], ["<intake>", "--ack", "--action", "--note-file"]),
      (["intake", "flag", "zzzz", "--ack", "rf.dvt"], ["--action", "--note-file"]),
      (["intake", "amend"], ["<intake>", "--from-json", "--reason"]),
      (["evaluation", "amend", "--reason", "typo"], ["<evaluation>", "--from-json"]),
      (["practitioner", "add"], ["<name>", "--practice"]),
      (["practitioner", "deactivate"], ["<practitioner>", "--successor", "--confirm"]),
      (["client", "assign"], ["<client>", "<practitioner>"]),
      (["client", "note"], ["<client>", "--note-file"]),
      (["plan", "template", "save"], ["<name>", "<plan>"]),
    ] as [([String], [String])])
  func namesEverythingThatIsMissingAtOnce(command: [String], missing: [String]) async throws {
    let run = try await ScratchInstance.current().run(command)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errorText.hasPrefix("plumbline: \(missing.count) arguments are missing."), "\(run.errorText)")
    for name in missing { #expect(run.errorText.contains("\n  \(name)")) }
    #expect(run.errorText.contains("Next: plumbline help \(command[0])"))
  }

  @Test(
    arguments: [
      (["completion"], "<shell>"), (["practice", "set"], "<key>"), (["export", "plans"], "--since <yyyy-mm-dd>"),
    ] as [([String], String)])
  func namesWhatIsMissingAndNoValueThatNobodyTyped(command: [String], missing: String) async throws {
    let run = try await ScratchInstance.current().run(command)
    #expect(run.status == 64)
    #expect(run.errorText.hasPrefix("plumbline: an argument is missing.\n  \(missing)"), "\(run.errorText)")
    #expect(!run.errorText.contains("invalid"))
  }

  /// A name of several words that is not in quotes is what people type first.
  @Test(
    arguments: [
      (["client", "show", "Zoe", "Park"], "plumbline client show 'Zoe Park'"),
      (["session", "Zoe", "van", "Park"], "plumbline session 'Zoe van Park'"),
      (["client", "assign", "Zoe", "Park", "Jonas"], "in quotes"),
    ] as [([String], String)])
  func saysHowNamesOfSeveralWordsAreTyped(command: [String], next: String) async throws {
    let run = try await ScratchInstance.current().run(command)
    #expect(run.status == 64)
    #expect(run.errorText.contains("is one word too many.\n"), "\(run.errorText)")
    #expect(run.errorText.contains(next), "\(run.errorText)")
  }

  @Test(
    arguments: [
      (["invite", "send", "zoe", "--before-visit", "tomorow"], "“tomorow” is not a date"),
      (["invite", "link", "zoe", "--expires", "2 fortnights"], "“2 fortnights” is not a length of time"),
    ] as [([String], String)])
  func saysWhichDaysAndPeriodsItReads(command: [String], what: String) async throws {
    let run = try await ScratchInstance.current().run(command)
    #expect(run.status == 64)
    #expect(run.errorText.contains(what) && run.errorText.contains("friday"), "\(run.errorText)")
  }

  /// The parser names a missing argument only in an English sentence. Another minor version may word it differently,
  /// and then only the first missing argument would be named; so the manifest allows no other.
  @Test func readsTheWordsOfThePinnedMinorVersionOfTheParser() async throws {
    let complaint = await #expect(throws: (any Error).self) {
      try await Plumbline.asyncParseAsRoot(["intake", "flag"])
    }
    #expect(Plumbline.message(for: try #require(complaint)).hasPrefix(MissingArguments.start + "<intake>'"))
    let manifest = URL(filePath: #filePath).appending(path: "../../../Package.swift").standardized
    let pinned = /swift-argument-parser", \.upToNextMinor\(from:/
    #expect(try String(contentsOf: manifest, encoding: .utf8).contains(pinned))
  }
}
