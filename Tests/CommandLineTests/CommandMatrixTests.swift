import Foundation
import TestSupport
import Testing

/// Every command as each of the three therapists: Mira owns Stillwater, Jonas works there, Tom is elsewhere.
@Suite(.serialized) struct CommandMatrixTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test func everyCommandHasARow() async throws {
    let tree = try await CommandTree.current()
    let rows = Set(CommandRow.story.compactMap { tree.leaf(of: $0.words)?.name })
    for leaf in tree.leaves {
      #expect(rows.contains(leaf.name), "plumbline \(leaf.name): write its row in CommandRow.story")
    }
  }

  /// Checks who may do what; that nobody reads records that are not theirs; that reading, a refusal or a dry run
  /// changes nothing; and that a command that writes changes something.
  @Test func everyCommandAnswersEveryTherapistAsItShould() async throws {
    let story = try await MatrixStory(of: scratch, tree: CommandTree.current())
    for (number, row) in CommandRow.story.enumerated() { try await story.tell(row, number) }
    #expect(story.sightings > 20)
  }

  /// An id of another practice's client is answered like an id that never existed.
  @Test(arguments: [
    ["client", "show"], ["client", "note", "--note-file", "/dev/null"], ["invite", "link"], ["intake", "show"],
    ["evaluation", "list"], ["plan", "new"], ["plan", "show"], ["audit", "who"],
  ])
  func whatIsForeignReadsLikeWhatNeverWas(command: [String]) async throws {
    let ids = [try await scratch.newClient("Matrix \(UUID().uuidString.prefix(8))"), UUID().uuidString.lowercased()]
    var answers: [String] = []
    for id in ids {
      let run = try await scratch.run(command.prefix(2) + [id] + command.dropFirst(2), as: .tom)
      #expect(run.status == 3, "\(run.errorText)")
      answers.append(run.errorText.replacing(id, with: "ID"))
    }
    #expect(answers[0] == answers[1])
  }
}
