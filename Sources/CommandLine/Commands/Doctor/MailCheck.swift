import Clinical
import Delivery
import Foundation
import Installation

/// A mail to ourselves through the machine's mail system, which shows that the system takes mail. Whether it arrives, the
/// reader of the mailbox sees.
struct MailCheck {
  private let settings: CommandLineSettings

  init(_ settings: CommandLineSettings) { self.settings = settings }

  func send() -> Diagnostic {
    guard let address = settings.mailFrom else {
      return .notice(
        "Mail", "not tried: mail comes from each practice's own address",
        fix: "set PLUMBLINE_MAIL_FROM=desk@example.org, in /etc/plumbline/plumbline.env for the outbox")
    }
    guard Mail.isAddress(address) else { return Self.noAddress("PLUMBLINE_MAIL_FROM") }
    guard let letters = try? Letters(files: ShareDirectory.contentFiles()), let site = try? PublicSite(settings) else {
      return .bad("Mail", "not sent: the texts or the address of the pages are missing", fix: "see above")
    }
    let letter = FilledLetter(
      .test, from: letters,
      FilledLetter.Details(
        practice: "Plumbline", colour: nil, phone: nil, therapist: "", visit: nil, link: nil, stop: nil))
    let mail = Mail(
      letter, from: Mail.Sender(name: "Plumbline", address: address, replies: nil), to: address, id: UUID(),
      host: site.host, stop: nil, at: Date())
    switch MailSystem(settings).take(mail, from: address, to: address) {
    case .taken: return .good("Mail", "taken by \(settings.sendmail); see whether it arrives at \(address)")
    case .wrongReturnAddress: return Self.noAddress("PLUMBLINE_MAIL_RETURN")
    case .unknownAddress:
      return .bad("Mail", "\(settings.sendmail) knows no address \(address)", fix: "correct PLUMBLINE_MAIL_FROM")
    case .notTaken(let status):
      return .bad(
        "Mail", "\(settings.sendmail) did not take it (exit status \(status))",
        fix: "apt install postfix, or set PLUMBLINE_SENDMAIL; its own log says more")
    }
  }

  private static func noAddress(_ setting: String) -> Diagnostic {
    .bad("Mail", "\(setting) is no address", fix: "correct it, in /etc/plumbline/plumbline.env for the outbox")
  }
}
