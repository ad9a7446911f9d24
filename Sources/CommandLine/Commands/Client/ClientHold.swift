import ArgumentParser
import Clinical
import JSON
import Records

struct ClientHold: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Keep a client's records regardless of the retention rules.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: "Why, such as a court's request.")
  var reason: String?
  @Flag(help: "Take the hold away.")
  var end = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    if !end, !mayAsk { required.require(reason, "--reason REASON, or --end") }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    let operation = end ? "end the hold on \(client.label)" : "hold the records of \(client.label)"
    let reason = end ? nil : try console.explanation(reason, "Why, such as a court's request:")
    try await desk.perform(dryRun: console.dryRun) {
      try await desk.holdClient("\(client.id)", reason: reason)
    }
    guard !console.dryRun else { return try console.wouldDo(operation) }
    try console.say(
      ["id": .string("\(client.id)"), "legal_hold": .bool(!end)],
      end ? "The hold on \(client.label) is ended." : "The records of \(client.label) are held.")
  }
}
