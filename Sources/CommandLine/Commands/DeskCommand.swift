import ArgumentParser
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

extension DeskCommand {
  func run() async throws {
    let console = global.console(
      writing: (self as? any WritingCommand)?.writing, listing: (self as? any ListingCommand)?.listing)
    do {
      try await run(at: try await Desk.connect(service: global.service), console)
    } catch {
      throw console.edited.named(in: error)
    }
    console.edited.remove()
  }
}
