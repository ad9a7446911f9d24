import ArgumentParser
import Foundation
import Records

/// A command of a therapist, which connects to the database as the person who typed it.
protocol DeskCommand: AsyncParsableCommand {
  var global: GlobalOptions { get }
  func run(at desk: Desk, _ console: Console) async throws
}

/// A command that prints a list.
protocol ListingCommand: DeskCommand {
  var listing: ListOptions { get }
}

/// A command that changes something, and can say in a dry run what it would change.
protocol WritingCommand: DeskCommand {
  var writing: WritingOptions { get }
}

/// The time zone in which this process counts days and writes times.
enum ProcessTimeZone {
  /// Makes the practice's time zone that of the process, wherever the computer stands, so that the terminal, the paper and
  /// the database have one day.
  static func enter(that desk: Desk) async throws {
    do {
      guard let name = try await desk.enterTimeZone() else { return }
      enter(name)
    } catch Refusal.notAllowed {
      // The operator has no practice, and may not ask.
    }
  }

  static func enter(_ name: String) {
    setenv("TZ", name, 1)
    tzset()
  }
}

extension DeskCommand {
  func run() async throws { try await runAtDesk() }

  /// Connects, and runs the command in the practice's time zone. What was typed in an editor is kept unless it succeeds.
  func runAtDesk() async throws {
    let console = global.console(
      writing: (self as? any WritingCommand)?.writing, listing: (self as? any ListingCommand)?.listing)
    do {
      let desk = try await Desk.connect(service: global.connection)
      try await ProcessTimeZone.enter(that: desk)
      try await run(at: desk, console)
    } catch {
      throw console.edited.named(in: error)
    }
    console.edited.remove()
  }
}
