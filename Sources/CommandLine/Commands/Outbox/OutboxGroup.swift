import ArgumentParser

struct OutboxGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox", abstract: "Messages to clients: what waits, what was sent, what came back.",
    subcommands: [
      OutboxList.self, OutboxShow.self, OutboxCancel.self, OutboxRetry.self, OutboxBounced.self, OutboxRun.self,
      OutboxReceive.self,
    ], defaultSubcommand: OutboxList.self)
}
