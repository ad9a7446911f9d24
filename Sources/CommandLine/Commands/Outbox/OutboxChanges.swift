import ArgumentParser
import JSON
import Records

struct OutboxCancel: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Do not send messages that wait; settle those that failed or came back.")

  @Argument(help: .message)
  var messages: [String]
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try await desk.perform(dryRun: console.dryRun) {
      for message in messages { try await desk.cancelMessage(message) }
    }
    let names = messages.joined(separator: ", ")
    guard !console.dryRun else { return try console.wouldDo("cancel \(names)") }
    try console.say(["cancelled": JSON(messages)], "Cancelled: \(names).")
  }
}

struct OutboxRetry: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Send messages again that failed or came back, and at once those that wait.",
    discussion: "What forbids a message still does: a consent that is missing, or the night.")

  @Argument(help: .message)
  var messages: [String]
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try await desk.perform(dryRun: console.dryRun) {
      for message in messages { try await desk.retryMessage(message) }
    }
    let names = messages.joined(separator: ", ")
    guard !console.dryRun else { return try console.wouldDo("send \(names) again") }
    try console.say(["retried": JSON(messages)], "To be sent with the next run: \(names).")
  }
}

struct OutboxBounced: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "bounced", abstract: "Note that a message came back, so that it stands in today.",
    discussion: """
      The Message-ID in the mail that says so begins with the message's id.
      Example: plumbline outbox bounced 3f2a91bc --reason "no such address"
      """)

  @Argument(help: .message)
  var message: String
  @Option(help: "What the mail system said.")
  var reason = "the mail came back"
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try await desk.perform(dryRun: console.dryRun) { try await desk.returnMessage(message, because: reason) }
    guard !console.dryRun else { return try console.wouldDo("note that \(message) came back") }
    try console.say(["bounced": .string(message)], "Noted: \(message) came back.")
  }
}
