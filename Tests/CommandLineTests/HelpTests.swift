import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import CommandLine

/// The help of every command as it is printed. `RECORD=1` writes it anew, and fails, so that a person reads it.
@Suite struct HelpTests {
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/help.txt")

  private static func commands(
    below command: any ParsableCommand.Type = Plumbline.self, path: [String] = []
  ) -> [(path: [String], type: any ParsableCommand.Type)] {
    command.configuration.subcommands.flatMap { child in
      let here = path + [child._commandName]
      return [(here, child)] + commands(below: child, path: here)
    }
  }

  @Test func theHelpOfEveryCommandIsAsRecorded() throws {
    let pages =
      [Plumbline.helpMessage(columns: 100)] + Self.commands().map { Plumbline.helpMessage(for: $0.type, columns: 100) }
    let text = pages.joined(separator: "\n--\n\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: Self.golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: Self.golden, atomically: true, encoding: .utf8)
      Issue.record("recorded anew: read \(Self.golden.path)")
    }
    #expect(try String(contentsOf: Self.golden, encoding: .utf8) == text)
  }

  @Test func noLineOfTheHelpIsWiderThanTheTerminal() {
    for (number, command) in Self.commands().enumerated() {
      for width in oneIn(3, of: [20, 40, 80], number) {
        let help = HelpText(text: Plumbline.helpMessage(for: command.type, columns: max(width, HelpText.narrowest)))
        #expect(help.lines(upTo: width).filter { $0.count > width } == [], "\(command.path)")
      }
    }
  }

  @Test func anOptionAndItsValueStayOnOneLineOfTheUsage() {
    let help = HelpText(text: "USAGE: plumbline plan edit <plan> [--next-visit <yyyy-mm-dd>] [--yes]\n\nOPTIONS:\n  -y")
    let usage = ["USAGE: plumbline plan edit <plan>", "       [--next-visit <yyyy-mm-dd>]", "       [--yes]"]
    #expect(help.lines(upTo: 34) == usage + ["", "OPTIONS:", "  -y"])
  }

  @Test func whatIsForProgramsStaysAsItIs() {
    let script = "complete -F _plumbline plumbline with many words on a line\n  {\"usage: none\": 1}"
    #expect(HelpText(text: script).lines(upTo: 20).joined(separator: "\n") == script)
  }

  @Test func everyCommandSaysWhatItIsFor() {
    for command in Self.commands() {
      #expect(!command.type.configuration.abstract.isEmpty, "\(command.path)")
    }
  }

  /// Every example names commands and options that exist.
  @Test func everyExampleNamesACommandThatIsThere() throws {
    for command in Self.commands() {
      let text = command.type.configuration.abstract + "\n" + command.type.configuration.discussion
      for match in text.matches(of: /plumbline ((?:[a-z]+ ?)+)/) {
        let words = match.1.split(separator: " ").map(String.init)
        let groups = Self.commands().map(\.path)
        let known = (1...words.count).contains { groups.contains(Array(words.prefix($0))) } || words[0] == "help"
        #expect(known, "\(command.path): \(match.0)")
      }
    }
  }
}
