import ArgumentParser
import Care
import Clinical
import Foundation
import Installation
import JSON
import Records
import Sealing

struct OutboxRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Hand over every message that is due; for the machine that sends.",
    discussion: """
      Connects as plumbline_outbox, which sees addresses of messages that are due, and nothing else. Mail goes to \
      sendmail (PLUMBLINE_SENDMAIL), short messages to PLUMBLINE_SMS_COMMAND. The first run makes the key to which \
      links are sealed (PLUMBLINE_OUTBOX_KEY). It can be killed at any time, and two at once share the work. \
      plumbline-outbox.timer runs it every minute.
      """)

  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let console = global.console(writing: writing)
    let outbox = try await Outbox.connect(service: global.connection)
    // Who may not ask for them makes no key, either.
    let practices = try await outbox.practices()
    guard !console.dryRun else {
      let due = try await outbox.countDue(in: practices)
      return try console.wouldDo("hand over \(due.counted("message"))", ["due": .integer(due)])
    }
    let key = try OutboxKeyFile(path: console.settings.outboxKey).read()
    let letters = try Letters(files: ShareDirectory.contentFiles())
    let carrier = try Carrier(letters, console.settings)
    let postman = try await Postman(outbox, key: key, letters: letters, carry: carrier.carry)
    let tally = try await postman.work(in: practices) { practice, fault in
      console.warn("Practice \(practice) is left for the next run (reference \(fault.reference)).")
    }
    for reason in tally.reasons.sorted() { console.warn(reason) }
    try console.say(
      ["handed_over": .integer(tally.handedOver), "put_off": .integer(tally.putOff), "failed": .integer(tally.failed)],
      "\(tally.handedOver.counted("message")) handed over, \(tally.putOff) put off, \(tally.failed) failed.")
  }
}

/// The file with the private key of the outbox: for its owner alone, and whole as soon as it is there.
struct OutboxKeyFile {
  let path: String

  /// Reads the key; makes one if there is none.
  func read() throws -> OutboxKey {
    if access(path, F_OK) != 0 {
      let key = OutboxKey()
      do {
        try make(key)
        return key
      } catch let error as CommandError {
        // Another run has made it meanwhile.
        guard access(path, F_OK) == 0 else { throw error }
      }
    }
    guard let bytes = try? Data(contentsOf: URL(filePath: path)), let key = OutboxKey(Array(bytes)) else {
      throw CommandError(
        .failed, "\(path) is not the key of an outbox, or cannot be read.",
        next: "Put the key back from where it is kept, or move the file away: a new key is made then.")
    }
    return key
  }

  private func make(_ key: OutboxKey) throws {
    let unfinished = "\(path).\(UUID().uuidString)"
    let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor != -1 else { throw failed() }
    defer { unlink(unfinished) }
    let isWritten = write(descriptor, key.bytes, key.bytes.count) == key.bytes.count && fsync(descriptor) == 0
    close(descriptor)
    guard isWritten, link(unfinished, path) == 0 else { throw failed() }
  }

  private func failed() -> CommandError {
    CommandError(
      .failed, "the key of the outbox could not be written to \(path).", why: [String(cString: strerror(errno))],
      next: ["PLUMBLINE_OUTBOX_KEY names another file."])
  }
}
