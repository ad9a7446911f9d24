import ArgumentParser
import Delivery
import JSON
import Records

struct OutboxReceive: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Note what came back, from a mail system's report on standard input.",
    discussion: """
      For the address of PLUMBLINE_MAIL_RETURN, whose mail a mail system pipes into this command. A message to a client \
      that could not be delivered then stands in today. A mail that a person wrote ends with 1, so that the mail system \
      tells them; what cannot be noted now ends with 75, and the mail system tries again. Connects as plumbline_outbox.
      """)

  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let console = global.console(writing: writing)
    let mail = String(decoding: try InputFile(path: "-").bytes(), as: UTF8.self)
    guard let report = DeliveryReport(mail), isOurs(report, console.settings) else {
      guard !DeliveryReport.isAutomatic(mail) else {
        return try console.say(["bounced": .array([])], "Nothing to note: no report about a message of ours.")
      }
      throw CommandError(
        .failed, "this mail is no report about a message of Plumbline.",
        next: "Nobody reads this address. Please write to your practice.")
    }
    guard case .failed(let status) = report.outcome else {
      return try console.say(["bounced": .array([])], "Nothing to note: the message has not failed.")
    }
    try await note(Message.ID(report.message), Self.reason(status), console)
  }

  /// Whether a mail with the host of our pages in its Message-ID is reported; any mail, while that is not known.
  private func isOurs(_ report: DeliveryReport, _ settings: CommandLineSettings) -> Bool {
    (try? PublicSite(settings)).map { $0.host.lowercased() == report.host } ?? true
  }

  private func note(_ message: Message.ID, _ reason: String, _ console: Console) async throws {
    let outcome: Outbox.ReturnOutcome
    do {
      outcome = try await Outbox.connect(service: global.connection)
        .returned(message, because: reason, dryRun: console.dryRun)
    } catch let failure as ConnectionFailure where !failure.isRefused {
      throw Self.later("the database cannot be reached")
    } catch is Fault {
      throw Self.later("the database could not do that")
    }
    switch outcome {
    case .noted where console.dryRun: try console.wouldDo("note that \(message) came back: \(reason)")
    case .noted:
      try console.say(["bounced": .array([.string("\(message)")])], "Noted: \(message) came back: \(reason).")
    case .later: throw Self.later("the message is being handed over")
    case .unknown:
      try console.say(
        ["bounced": .array([])], "Nothing to note: no such message was sent lately, or it is noted already.")
    }
  }

  private static func later(_ why: String) -> CommandError {
    CommandError(.tryAgain, "\(why).", next: "Give the same mail again later.")
  }

  /// A status in words (RFC 3463), without what the mail system says, which may quote an address.
  private static func reason(_ status: String?) -> String {
    guard let status else { return "the mail came back" }
    let words =
      switch status.split(separator: ".").dropFirst() {
      case ["1", "1"], ["1", "2"], ["1", "3"], ["1", "6"], ["1", "10"]: "there is no such address"
      case ["2", "2"]: "the mailbox is full"
      default: "it could not be delivered"
      }
    return "\(words) (\(status))"
  }
}
