import Clinical
import Delivery
import Foundation
import Installation
import Records
import Sealing

/// Hands messages over: mail to the machine's mail system, short messages to the practice's command.
///
/// A try is begun in the database before anything leaves, and what became of it is said after. Who is killed between the
/// two leaves a message that is tried again, with the same Message-ID.
struct Postman {
  /// What became of the messages of one run.
  struct Tally {
    var handedOver = 0
    var putOff = 0
    var failed = 0
    /// Why some were put off or failed, each once, without a word about whom they go to.
    var reasons: Set<String> = []
  }

  private enum Outcome {
    case handedOver
    case putOff(String)
    case failed(String)
  }

  private let outbox: Outbox
  private let key: OutboxKey
  private let site: PublicSite
  private let letters: Letters
  private let settings: CommandLineSettings

  init(_ outbox: Outbox, key: OutboxKey, _ settings: CommandLineSettings) throws {
    self.outbox = outbox
    self.key = key
    self.settings = settings
    site = try PublicSite(settings)
    letters = try Letters(files: ShareDirectory.contentFiles())
  }

  /// Hands over what is due in a practice, as many messages as a run takes of one.
  func work(in practice: Practice.ID, _ tally: inout Tally) async throws {
    for message in try await outbox.due(in: practice, most: 500) {
      try await handOver(message, &tally)
    }
  }

  private func handOver(_ message: DueMessage, _ tally: inout Tally) async throws {
    let stop = message.client.map { key.token(for: "stop \($0)") }
    let fresh = message.needsInvite ? key.token(for: "invite \(message.id)") : nil
    let begun = try await outbox.beginTry(
      message, stopHash: (stop ?? LinkToken()).hash,
      invite: try fresh.map { (hash: $0.hash, sealed: try $0.sealed(to: key.publicKey)) })
    guard let outgoing = begun else { return }
    switch send(outgoing, message, stop: stop) {
    case .handedOver:
      try await outbox.handedOver(message)
      tally.handedOver += 1
    case .putOff(let reason):
      try await outbox.failed(message, because: reason, forGood: false)
      tally.putOff += 1
      tally.reasons.insert(reason)
    case .failed(let reason):
      try await outbox.failed(message, because: reason, forGood: true)
      tally.failed += 1
      tally.reasons.insert(reason)
    }
  }

  private func send(_ outgoing: OutgoingMessage, _ message: DueMessage, stop: LinkToken?) -> Outcome {
    var link: String?
    if letters[outgoing.kind].button != nil {
      guard let sealed = outgoing.sealed else { return .failed("the secret of its link is not kept any more") }
      guard let token = try? key.open(sealed) else {
        return .failed("its link was sealed to another key of the outbox: send it anew")
      }
      link = address(of: token, outgoing)
    }
    let letter = FilledLetter(
      outgoing.kind, from: letters,
      FilledLetter.Details(
        practice: outgoing.practiceName, colour: outgoing.practiceColour, phone: outgoing.practicePhone,
        therapist: outgoing.therapist, visit: outgoing.visit, link: link, stop: stop.map(site.stop)))
    return outgoing.channel == .sms
      ? text(letter, to: outgoing.address, message) : mail(letter, outgoing, message, stop: stop.map(site.stop))
  }

  private func address(of token: LinkToken, _ outgoing: OutgoingMessage) -> String {
    switch outgoing.opens {
    case .invite: site.form(token)
    case .plan: outgoing.kind == .checkIn ? site.checkIn(token) : site.plan(token)
    }
  }

  private func mail(
    _ letter: FilledLetter, _ outgoing: OutgoingMessage, _ message: DueMessage, stop: String?
  ) -> Outcome {
    guard let from = settings.mailFrom ?? outgoing.practiceEmail, Mail.isAddress(from) else {
      return .putOff("there is no address that mail comes from: set PLUMBLINE_MAIL_FROM, or the practice's email")
    }
    guard Mail.isAddress(outgoing.address) else { return .failed("the address on record is none that mail can go to") }
    let replies = outgoing.practiceEmail.flatMap { Mail.isAddress($0) && $0 != from ? $0 : nil }
    let mail = Mail(
      letter, from: Mail.Sender(name: outgoing.practiceName, address: from, replies: replies), to: outgoing.address,
      id: message.id.uuid, host: site.host, stop: stop, at: Date())
    switch MailSystem(settings).take(mail, from: from, to: outgoing.address) {
    case .taken: return .handedOver
    case .wrongReturnAddress: return .putOff("PLUMBLINE_MAIL_RETURN is no address that mail can come back to")
    case .unknownAddress: return .failed("the mail system does not take this address")
    case .notTaken(let status): return .putOff("the mail system did not take it (exit status \(status))")
    }
  }

  private func text(_ letter: FilledLetter, to number: String, _ message: DueMessage) -> Outcome {
    guard let command = settings.smsCommand else {
      return .failed("no command for short messages is set (PLUMBLINE_SMS_COMMAND)")
    }
    let shell = ForegroundCommand(
      command: "timeout 120 \(command) \"$0\" >/dev/null", arguments: [number],
      environment: settings.environment.merging(["PLUMBLINE_MESSAGE_ID": "\(message.id)"]) { _, ours in ours })
    let status = shell.status(reading: letter.sms)
    return status == 0 ? .handedOver : .putOff("the command for short messages did not take it (exit status \(status))")
  }
}
