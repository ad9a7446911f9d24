import ArgumentParser
import Delivery
import JSON
import Records

struct OutboxReceive: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Note what came back, from a mail system's report on standard input.",
    discussion: """
      For the address of PLUMBLINE_MAIL_RETURN, whose mail a mail system pipes into this command. A message that could \
      not be delivered then stands in today. A mail that is no report about a message ends with 1, so that the mail \
      system tells whoever wrote it; while the database cannot be reached it ends with 75, and the mail system tries \
      again. Connects as plumbline_outbox.
      """)

  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let console = global.console(writing: writing)
    guard let report = DeliveryReport(String(decoding: try InputFile(path: "-").bytes(), as: UTF8.self)) else {
      throw CommandError(
        .failed, "this mail is no report about a message of Plumbline.",
        next: "Nobody reads this address. Please write to your practice.")
    }
    guard case .failed(let status) = report.outcome else {
      return try console.say(["bounced": .array([])], "Nothing to note: the message has not failed.")
    }
    let message = Message.ID(report.message)
    let reason = Self.reason(status)
    let isNoted: Bool
    do {
      let outbox = try await Outbox.connect(service: global.connection)
      isNoted = try await outbox.returned(message, because: reason, dryRun: console.dryRun)
    } catch is ConnectionFailure {
      throw Self.later
    } catch let fault as Fault where fault.unreachable {
      throw Self.later
    }
    guard isNoted else {
      return try console.say(
        ["bounced": .array([])], "Nothing to note: no such message was sent, or it is noted already.")
    }
    guard !console.dryRun else { return try console.wouldDo("note that \(message) came back: \(reason)") }
    try console.say(["bounced": .array([.string("\(message)")])], "Noted: \(message) came back: \(reason).")
  }

  private static let later = CommandError(
    .tryAgain, "the database cannot be reached.", next: "Give the same mail again later.")

  /// A status in words (RFC 3463), without what the mail system says, which may quote an address.
  private static func reason(_ status: String?) -> String {
    guard let status else { return "the mail came back" }
    let words =
      switch status.split(separator: ".").dropFirst() {
      case let subject where subject.first == "1": "there is no such address"
      case ["2", "2"]: "the mailbox is full"
      default: "it could not be delivered"
      }
    return "\(words) (\(status))"
  }
}
