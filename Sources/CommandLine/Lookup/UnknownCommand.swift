import ArgumentParser
import Care

/// A word that stands where a command should be, with the commands that may have been meant.
struct UnknownCommand {
  let word: String
  let path: [String]
  let names: [String]
  /// The words after it.
  let rest: [String]

  /// Returns the first word that is no command; nil when the words lead to a command.
  static func first(in arguments: [String]) -> UnknownCommand? {
    var command: any ParsableCommand.Type = Plumbline.self
    var path = [command._commandName]
    for (index, word) in arguments.enumerated() {
      let children = command.configuration.subcommands
      guard !children.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
      guard let child = children.first(where: { $0._commandName == word }) else {
        let names = children.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
        return UnknownCommand(word: word, path: path, names: names, rest: Array(arguments.dropFirst(index + 1)))
      }
      path.append(word)
      command = child
    }
    return nil
  }

  /// - Parameter inHelp: whether help was asked for, so that the word may have been meant as a topic.
  func error(inHelp: Bool = false) -> CommandError {
    let command = path.joined(separator: " ")
    let meant = names.nearest(to: word).map { name in
      ([path[0]] + CommandPath(path.dropFirst() + [name] + rest).names).joined(separator: " ")
    }
    let topics = HelpTopic.allCases.map(\.rawValue).joined(separator: ", ")
    let isTopic = inHelp && path.count == 1
    return CommandError(
      .usage, isTopic ? "there is no topic and no command “\(word)”." : "there is no command “\(command) \(word)”.",
      why: (isTopic ? ["Topics: \(topics)"] : [])
        + (meant.isEmpty ? ["Commands: \(names.joined(separator: ", "))"] : []),
      next: meant.isEmpty ? ["\(command) --help"] : meant)
  }
}
