import ArgumentParser
import TestSupport
import Testing

@testable import CommandLine

/// What is wrong with an option or its value is said in our own words, with the next step.
@Suite struct ParserComplaintTests {
  private func complaint(of words: [String]) async throws -> CommandError {
    let thrown = await #expect(throws: (any Error).self) { try await MissingArguments.complete(words) }
    let complaint = try #require(thrown)
    return try #require(CommandError(complaint: complaint, of: words))
  }

  @Test(
    arguments: [
      ("visit new zoe --minutes 700h", "“700h” is not a whole number, which --minutes takes.", "--minutes 60"),
      ("intake flag k7f3 --action reffer", "--action does not take “reffer”. Did you mean refer?", "--action refer"),
      ("invite send zoe --by=emial", "Did you mean email?", "plumbline invite send zoe --by=email"),
      ("invite send zoe --remind 2weeks", "“2weeks” does not say when to remind.", "48h,24h or 2d"),
      ("client list --limit ten", "“ten” is not a whole number, which --limit takes.", "digits alone"),
      ("plan export zoe --format doc", "--format does not take “doc”.", "plumbline help plan export"),
    ])
  func saysWhatAnOptionTakes(line: String, what: String, next: String) async throws {
    let error = try await complaint(of: line.split(separator: " ").map(String.init))
    #expect(error.status == .usage && error.what.contains(what), "\(error)")
    #expect(error.next.joined().contains(next), "\(error)")
  }

  @Test func takesNothingForNoOtherWord() async throws {
    let error = try await complaint(of: ["invite", "send", "zoe", "--by", ""])
    #expect(error.what == "--by does not take “”." && error.next == ["plumbline help invite send"], "\(error)")
  }

  @Test(
    arguments: [
      ("visit new zoe --minuts 60", "Did you mean --minutes?", "plumbline visit new zoe --minutes 60"),
      ("client list --serch=ana", "Did you mean --search?", "plumbline client list --search=ana"),
      ("client show zoe --bananas", "plumbline client show has no option --bananas.", "plumbline help client show"),
      ("--jsn", "plumbline has no option --jsn.", "plumbline help"),
      ("client list --json=yes", "--json takes no value.", "plumbline client list --json"),
      ("intake flag --ack", "--ack lacks its value.", "plumbline help intake flag"),
      ("intake review k7f3 --take-all", "go with --accept.", "plumbline help intake review"),
    ])
  func namesTheNearestOption(line: String, what: String, next: String) async throws {
    let error = try await complaint(of: line.split(separator: " ").map(String.init))
    #expect(error.status == .usage && error.what.contains(what), "\(error)")
    #expect(error.next.joined().contains(next), "\(error)")
  }

  @Test func anOptionThatIsLikeNoOtherIsAnsweredWithAllOfThem() async throws {
    let error = try await complaint(of: ["client", "show", "zoe", "--bananas"])
    #expect(error.why.joined().contains("--json"))
  }

  /// No complaint is passed on in the parser's words, whichever option it is about.
  @Test func everyOptionIsAnsweredInOurWords() async throws {
    let raw = ["invalid for", "Unknown option", "Missing value", "does not take any", "Unexpected"]
    var seen: Set<String> = []
    for leaf in try await CommandTree.current().leaves {
      let path = CommandPath(leaf.words)
      guard let command = path.command as? any AsyncParsableCommand.Type else { continue }
      for option in path.options where option != "--help" && seen.insert(option).inserted {
        do {
          _ = try await command.asyncParse(["\(option)=\u{A7}"])
        } catch {
          let answer = CommandError(complaint: error, of: leaf.words + ["\(option)=\u{A7}"])
          #expect(answer?.next.isEmpty == false, "\(leaf.name) \(option)")
          #expect(!raw.contains { answer?.what.contains($0) == true }, "\(leaf.name) \(option): \(answer?.what ?? "")")
        }
      }
    }
    #expect(seen.count > 80)
  }

  /// The program prints nothing else.
  @Test func isPrintedAsAnyOtherError() async throws {
    let run = try await ScratchInstance.current().run(["visit", "new", "zoe", "--minuts", "60"])
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errorText.hasPrefix("plumbline: plumbline visit new has no option --minuts."), "\(run.errorText)")
    #expect(!run.errorText.contains("Usage:"))
  }
}
