import Delivery

/// The machine's mail system, by the interface of sendmail.
struct MailSystem {
  enum Answer {
    case taken
    /// `PLUMBLINE_MAIL_RETURN` is none, and nothing was given to it.
    case wrongReturnAddress
    case unknownAddress
    case notTaken(status: Int32)
  }

  private let settings: CommandLineSettings

  init(_ settings: CommandLineSettings) { self.settings = settings }

  func take(_ mail: Mail, from sender: String, to address: String) -> Answer {
    let returns = settings.mailReturn ?? sender
    guard Mail.isAddress(returns) else { return .wrongReturnAddress }
    let shell = ForegroundCommand(
      command: "exec timeout 120 \(settings.sendmail) -i -f \"$0\" -- \"$1\" >/dev/null",
      arguments: [returns, address], environment: settings.environment)
    let status = shell.status(reading: mail.text)
    switch status {
    case 0: return .taken
    case Self.badAddress, Self.noSuchUser: return .unknownAddress
    default: return .notTaken(status: status)
    }
  }

  /// As in sysexits.h.
  private static let badAddress: Int32 = 65
  private static let noSuchUser: Int32 = 67
}

extension ForegroundCommand {
  /// Runs the command with a text as its input, and returns its exit status.
  func status(reading text: String) -> Int32 { (try? run(reading: Array(text.utf8))) ?? Self.notStarted }

  private static let notStarted: Int32 = 126
}
