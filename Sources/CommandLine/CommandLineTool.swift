import ArgumentParser
import Clinical
import Foundation
import JSON

/// Runs the program: from arguments to an exit status.
package enum CommandLineTool {
  /// - Parameter arguments: the words after the name of the program, byte for byte.
  package static func run(_ arguments: [[UInt8]]) async -> Int32 {
    StandardStreams.prepare()
    Interruption.listen()
    makeRoomForParser()
    nameShareDirectory()
    let status = await answer(arguments)
    do {
      try StandardStreams.closeOutput()
    } catch  where status == ExitStatus.done.rawValue {
      return report(CommandError(unwritten: error))
    } catch {}
    return status
  }

  private static func answer(_ arguments: [[UInt8]]) async -> Int32 {
    let words = arguments.compactMap { String(validating: $0, as: UTF8.self) }
    // A character that was put in for a broken one would be stored, or find another record.
    guard words.count == arguments.count else {
      return report(
        CommandError(
          .usage, "an argument is not UTF-8.", next: "Set the terminal to UTF-8, or write the text into a file."))
    }
    return await answer(words)
  }

  private static func answer(_ arguments: [String]) async -> Int32 {
    do {
      if arguments.count == 2, arguments[0] == "help", let topic = HelpTopic(rawValue: arguments[1]) {
        try GlobalOptions.plain.console().show(.null, topic.report)
        return ExitStatus.done.rawValue
      }
      let words = arguments.first == "help" ? Array(arguments.dropFirst()) : arguments
      if let unknown = UnknownCommand.first(in: words) { throw unknown.error(inHelp: arguments.first == "help") }
      var command = try await MissingArguments.complete(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return ExitStatus.done.rawValue
    } catch {
      return report(CommandError(complaint: error, of: arguments) ?? error)
    }
  }

  /// The parser traps when it words help for too few columns, so it is told that there are more, and the help is fitted
  /// afterwards.
  private static func makeRoomForParser() {
    let terminal = Terminal(descriptor: STDOUT_FILENO, settings: .current)
    if terminal.width < HelpText.narrowest { setenv("COLUMNS", "\(HelpText.narrowest)", 1) }
  }

  /// `ShareDirectory` knows the environment alone; the setting may stand in a file.
  private static func nameShareDirectory() {
    if let share = CommandLineSettings.current.share { setenv("PLUMBLINE_SHARE", share, 1) }
  }

  private static func report(_ error: any Error) -> Int32 {
    // The parser ends with help that was asked for as with an error.
    if Plumbline.exitCode(for: error) == .success {
      let stream = Terminal(descriptor: STDOUT_FILENO, settings: .current)
      let help = HelpText(text: Plumbline.fullMessage(for: error))
      do {
        try stream.write(help.lines(upTo: stream.width).map { $0 + "\n" }.joined().utf8)
        return ExitStatus.done.rawValue
      } catch {
        return report(error)
      }
    }
    let notes = Terminal(descriptor: STDERR_FILENO, settings: .current)
    let failure = CommandError(error)
    notes.tell(failure.text(width: notes.width, colour: notes.colour).utf8)
    return failure.status.rawValue
  }
}

extension CommandError {
  /// Returns what happened on the first line, why below it, and last what to do.
  func text(width: Int, colour: Bool) -> String {
    var report = Report()
    report.paragraph(what, .plain, marker: StyledText("plumbline:", .red))
    for reason in why { report.paragraph(reason, indent: 2) }
    for (index, step) in next.enumerated() {
      report.paragraph(step, marker: StyledText(index == 0 ? "Next:" : "     ", .dim), indent: 2)
    }
    return report.text(width: width, colour: colour)
  }
}
