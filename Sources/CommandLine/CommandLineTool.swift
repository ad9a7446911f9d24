import ArgumentParser
import Clinical
import Foundation
import JSON

/// The program: arguments in, exit status out.
package enum CommandLineTool {
  package static func run(_ arguments: [String]) async -> Int32 {
    Interruption.listen()
    makeRoomForParser()
    do {
      if arguments.count == 2, arguments[0] == "help", let topic = HelpTopic(rawValue: arguments[1]) {
        try GlobalOptions.plain.console().show(.null, topic.sheet)
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

  /// The parser traps where its help has too few columns: it is told of more, and what it says is fitted afterwards.
  private static func makeRoomForParser() {
    let terminal = Terminal(descriptor: STDOUT_FILENO, environment: Settings.current.environment)
    if terminal.width < HelpText.narrowest { setenv("COLUMNS", "\(HelpText.narrowest)", 1) }
  }

  private static func report(_ error: any Error) -> Int32 {
    let environment = Settings.current.environment
    let notes = Terminal(descriptor: STDERR_FILENO, environment: environment)
    // Requests for help, and complaints about the arguments themselves, are the parser's to word.
    guard Plumbline.exitCode(for: error) == .failure else {
      let asked = Plumbline.exitCode(for: error) == .success
      let stream = asked ? Terminal(descriptor: STDOUT_FILENO, environment: environment) : notes
      let help = HelpText(text: Plumbline.fullMessage(for: error))
      stream.write(help.lines(upTo: stream.width).map { $0 + "\n" }.joined().utf8)
      return asked ? ExitStatus.done.rawValue : ExitStatus.usage.rawValue
    }
    let failure = CommandError(error)
    notes.write(failure.text(width: notes.width, colour: notes.colour).utf8)
    return failure.status.rawValue
  }
}

extension CommandError {
  /// What on the first line, why below it, and last the thing to do.
  func text(width: Int, colour: Bool) -> String {
    var sheet = Sheet()
    sheet.paragraph(what, .plain, marker: Inked("plumbline:", .red))
    for reason in why { sheet.paragraph(reason, indent: 2) }
    for (index, step) in next.enumerated() {
      sheet.paragraph(step, marker: Inked(index == 0 ? "Next:" : "     ", .dim), indent: 2)
    }
    return sheet.text(width: width, colour: colour)
  }
}
