import Foundation
import TestSupport

/// The command tree as the program itself describes it, so that a new command is a new leaf here.
struct CommandTree: Decodable {
  struct Leaf: Hashable {
    /// Such as `plan template save`.
    let name: String
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
        return [Leaf(name: path.joined(separator: " "), isWriting: names.contains("dry-run"))]
      }
      return subcommands.filter { $0.commandName != "help" }.flatMap { $0.leaves(below: path + [$0.commandName]) }
    }
  }

  private let command: Command

  var leaves: [Leaf] { command.leaves(below: []) }

  static func current(_ scratch: ScratchInstance) async throws -> CommandTree {
    let help = try await scratch.run(["--experimental-dump-help"])
    return try JSONDecoder().decode(CommandTree.self, from: Data(help.output))
  }

  /// The command that these words begin with.
  func leaf(of words: [String]) -> Leaf? {
    leaves.filter { words.starts(with: $0.name.split(separator: " ").map(String.init)) }
      .max { $0.name.count < $1.name.count }
  }
}
