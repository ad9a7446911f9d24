import Foundation
import TestSupport

/// The command tree as the program itself describes it, so that a new command is a new leaf here.
struct CommandTree {
  struct Leaf: Hashable {
    /// Such as `plan template save`.
    let name: String
    let words: [String]
    /// True when it has `--dry-run`, as every command that changes something must.
    let isWriting: Bool
  }

  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable { let name: String }
      let names: [Name]?
    }
    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?

    func leaves(below path: [String]) -> [Leaf] {
      guard let subcommands, !subcommands.isEmpty else {
        let names = (arguments ?? []).flatMap { $0.names ?? [] }.map(\.name)
        return [Leaf(name: path.joined(separator: " "), words: path, isWriting: names.contains("dry-run"))]
      }
      return subcommands.filter { $0.commandName != "help" }.flatMap { $0.leaves(below: path + [$0.commandName]) }
    }
  }

  private struct Described: Decodable { let command: Command }

  let leaves: [Leaf]

  /// Read once, because the program takes seconds to describe itself.
  private static let described = Task {
    let help = try await ScratchInstance.current().run(["--experimental-dump-help"])
    let root = try JSONDecoder().decode(Described.self, from: Data(help.output)).command
    return CommandTree(leaves: root.leaves(below: []))
  }

  static func current() async throws -> CommandTree { try await described.value }

  /// The command that these words begin with.
  func leaf(of words: [String]) -> Leaf? {
    leaves.filter { words.starts(with: $0.words) }.max { $0.words.count < $1.words.count }
  }
}
