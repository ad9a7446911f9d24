import ArgumentParser
import Care
import Clinical

/// Finds everything that a command line lacks. The parser complains of the first missing argument only, so placeholders
/// are put in until the command itself can be asked for the rest.
enum MissingArguments {
  /// The most arguments that a command takes.
  private static let mostArguments = 4
  /// The beginning of the parser's complaint. It gives the name of the argument only in these words, so `Package.swift`
  /// allows no other minor version of it.
  static let start = "Missing expected argument '"

  /// - Returns: the command of a complete command line.
  /// - Throws: exit 64 with everything that is missing, or another complaint of the parser.
  static func complete(_ words: [String]) async throws -> any ParsableCommand {
    var required = RequiredOptions()
    let command = try await parse(words, &required)
    if let command = command as? any NeedsOptions {
      command.need(&required, mayAsk: command.global.console().mayAsk)
    }
    try required.check(CommandPath(words).names.joined(separator: " "))
    return command
  }

  private static func parse(
    _ words: [String], _ required: inout RequiredOptions, standIns: Int = 0
  ) async throws -> any ParsableCommand {
    do {
      return try await Plumbline.asyncParseAsRoot(words)
    } catch {
      guard let name = argument(missedBy: error), standIns < mostArguments else {
        // Some arguments refuse the placeholder. Nobody typed it, so this complaint is not passed on.
        if standIns > 0 { try required.check(CommandPath(words).names.joined(separator: " ")) }
        throw error
      }
      required.require(nil as String?, name)
      let option = name.prefix { $0 != " " }
      let standIn = option.hasPrefix("--") ? [String(option), "-"] : ["-"]
      return try await parse(words + standIn, &required, standIns: standIns + 1)
    }
  }

  /// Returns the name and the help of the argument that is missing; nil for any other complaint.
  private static func argument(missedBy complaint: any Error) -> String? {
    let message = Plumbline.message(for: complaint)
    guard message.hasPrefix(start), let name = message.dropFirst(start.count).split(separator: "'").first else {
      return nil
    }
    let help = Plumbline.fullMessage(for: complaint).split(whereSeparator: \.isNewline)
      .first { $0.hasPrefix("Help:") }
    return help.map { String($0.dropFirst("Help:".count)).trimmed } ?? String(name)
  }
}

/// The words of a command line that lead to a command.
struct CommandPath {
  private(set) var names: [String] = []
  private(set) var command: any ParsableCommand.Type = Plumbline.self

  init(_ words: [String]) {
    for word in words {
      guard let child = command.configuration.subcommands.first(where: { $0._commandName == word }) else { break }
      names.append(word)
      command = child
    }
  }

  var spelled: String { (["plumbline"] + names).joined(separator: " ") }
  /// The command line that shows the help of the command.
  var help: String { (["plumbline", "help"] + names).joined(separator: " ") }

  /// The options that the help of the command shows.
  var options: [String] {
    let help = command.helpMessage().split(whereSeparator: \.isNewline)
    return help.compactMap { $0.prefixMatch(of: /\ \ (?:-[a-z], )?(--[a-z-]+)/).map { String($0.1) } }
  }

  /// The first example in the help of the command.
  var example: String? {
    let lines = command.configuration.discussion.split(whereSeparator: \.isNewline).map {
      String($0).trimmed
    }
    return lines.first { $0.hasPrefix("Example: ") }.map { String($0.dropFirst("Example: ".count)) }
  }
}
