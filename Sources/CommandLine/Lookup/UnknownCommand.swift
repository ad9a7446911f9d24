import ArgumentParser

/// A word where a command should be and is not, with the commands that it may have meant.
struct UnknownCommand {
  let word: String
  let path: [String]
  let names: [String]

  /// Nil when the words lead to a command.
  static func first(in arguments: [String]) -> UnknownCommand? {
    var command: any ParsableCommand.Type = Plumbline.self
    var path = [command._commandName]
    for word in arguments {
      let children = command.configuration.subcommands
      guard !children.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
      guard let child = children.first(where: { $0._commandName == word }) else {
        let names = children.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
        return UnknownCommand(word: word, path: path, names: names)
      }
      path.append(word)
      command = child
    }
    return nil
  }

  /// At most two, the nearest first.
  var suggestions: [String] {
    names.map { ($0, $0.editDistance(to: word.lowercased())) }
      .filter { name, distance in distance <= max(1, word.count / 3) || name.hasPrefix(word.lowercased()) }
      .sorted { $0.1 < $1.1 }.prefix(2).map(\.0)
  }

  var error: CommandError {
    let command = path.joined(separator: " ")
    let meant = suggestions.map { "\(command) \($0)" }
    return CommandError(
      .usage, "there is no command “\(command) \(word)”.",
      why: meant.isEmpty ? ["Commands: \(names.joined(separator: ", "))"] : [],
      next: meant.isEmpty ? ["\(command) --help"] : meant)
  }
}
