import ArgumentParser
import Clinical
import JSON
import Records

struct ClientOpen: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "In an emergency: open any client of your practice for twelve hours.",
    discussion: "The reason is kept in the audit and shown to the client's therapist. Give the client's id or short id."
  )

  @Argument(help: "Id or short id.")
  var client: String
  @Option(help: ArgumentHelp("Why it cannot wait; - is standard input.", valueName: "file"))
  var reasonFile: String?
  @Flag(help: "Acknowledge that colleagues opened your client, once you have read why.")
  var ack = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    if ack { return try await acknowledge(desk, console) }
    let reason = try console.longText(
      reasonFile, option: "--reason-file FILE", command: "client open", about: "Why \(client) cannot wait")
    guard !console.dryRun else { return try console.wouldDo("open \(client) for twelve hours") }
    let opened = try await desk.breakGlass(client, reason: reason)
    try console.say(opened.json, "\(opened.label) is open to you for twelve hours; \(opened.practitioner) is told why.")
  }

  private func acknowledge(_ desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    try await desk.perform(dryRun: console.dryRun) { try await desk.acknowledgeOpenings(of: "\(client.id)") }
    guard !console.dryRun else {
      return try console.wouldDo("acknowledge that \(client.label) was opened in an emergency")
    }
    try console.say(
      ["id": .string("\(client.id)"), "acknowledged": true],
      "Acknowledged: \(client.label) was opened in an emergency. It stays in the timeline.")
  }
}
