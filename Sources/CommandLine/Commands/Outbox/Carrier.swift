import Care
import Clinical
import Delivery
import Foundation
import Records
import Sealing

/// Carries messages away: mail to the machine's mail system, short messages to the practice's command.
struct Carrier {
  private let site: PublicSite
  private let letters: Letters
  private let settings: CommandLineSettings

  init(_ letters: Letters, _ settings: CommandLineSettings) throws {
    self.letters = letters
    self.settings = settings
    site = try PublicSite(settings)
  }

  func carry(_ parcel: Postman.Parcel) -> Postman.Outcome {
    let message = parcel.message
    let stop = parcel.stop.map(site.stop)
    let letter = FilledLetter(
      message.kind, from: letters,
      FilledLetter.Details(
        practice: message.practiceName, colour: message.practiceColour, phone: message.practicePhone,
        therapist: message.therapist, visit: message.visit, link: parcel.link.map { address(of: $0, message) },
        stop: stop))
    return message.channel == .sms ? text(letter, parcel) : mail(letter, parcel, stop: stop)
  }

  private func address(of token: LinkToken, _ message: OutgoingMessage) -> String {
    switch message.opens {
    case .invite: site.form(token)
    case .plan: message.kind == .checkIn ? site.checkIn(token) : site.plan(token)
    }
  }

  private func mail(_ letter: FilledLetter, _ parcel: Postman.Parcel, stop: String?) -> Postman.Outcome {
    let message = parcel.message
    guard let from = settings.mailFrom ?? message.practiceEmail, Mail.isAddress(from) else {
      return .putOff("there is no address that mail comes from: set PLUMBLINE_MAIL_FROM, or the practice's email")
    }
    guard Mail.isAddress(message.address) else { return .failed("the address on record is none that mail can go to") }
    let replies = message.practiceEmail.flatMap { Mail.isAddress($0) && $0 != from ? $0 : nil }
    let mail = Mail(
      letter, from: Mail.Sender(name: message.practiceName, address: from, replies: replies), to: message.address,
      id: parcel.id.uuid, host: site.host, stop: stop, at: Date())
    switch MailSystem(settings).take(mail, from: from, to: message.address) {
    case .taken: return .handedOver
    case .wrongReturnAddress: return .putOff("PLUMBLINE_MAIL_RETURN is no address that mail can come back to")
    case .unknownAddress: return .failed("the mail system does not take this address")
    case .notTaken(let status): return .putOff("the mail system did not take it (exit status \(status))")
    }
  }

  private func text(_ letter: FilledLetter, _ parcel: Postman.Parcel) -> Postman.Outcome {
    guard let command = settings.smsCommand else {
      return .failed("no command for short messages is set (PLUMBLINE_SMS_COMMAND)")
    }
    let shell = ForegroundCommand(
      command: "timeout 120 \(command) \"$0\" >/dev/null", arguments: [parcel.message.address],
      environment: settings.environment.merging(["PLUMBLINE_MESSAGE_ID": "\(parcel.id)"]) { _, ours in ours })
    let status = shell.status(reading: letter.sms)
    return status == 0 ? .handedOver : .putOff("the command for short messages did not take it (exit status \(status))")
  }
}
