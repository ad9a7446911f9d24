import Clinical
import Records
import Sealing

/// Hands messages over to those who carry them.
///
/// A try is begun in the database before anything leaves, and what became of it is said after. Who is killed between the
/// two leaves a message that is tried again, as the same message.
package struct Postman {
  /// What became of one message. Reasons are kept with it, without a word about whom it goes to.
  package enum Outcome: Sendable {
    case handedOver
    /// A later try may help.
    case putOff(String)
    case failed(String)
  }

  /// A message on its way, with the secrets of the links that its letter names.
  package struct Parcel: Sendable {
    package let id: Message.ID
    package let message: OutgoingMessage
    /// What the letter is about, to be opened; nil for a letter without a link.
    package let link: LinkToken?
    /// The page on which the reader asks for no more messages; nil for a letter to a therapist.
    package let stop: LinkToken?
  }

  /// What became of the messages of one run.
  package struct Tally: Sendable {
    package fileprivate(set) var handedOver = 0
    package fileprivate(set) var putOff = 0
    package fileprivate(set) var failed = 0
    /// Why some were put off or failed, each once.
    package fileprivate(set) var reasons: Set<String> = []
  }

  /// As many messages as a run takes of one practice.
  private static let mostOfOnePractice = 500

  private let outbox: Outbox
  private let key: OutboxKey
  private let letters: Letters
  private let carry: (Parcel) -> Outcome

  /// Makes the key of the outbox that to which links are sealed from now on.
  ///
  /// - Parameter carry: takes a message away.
  package init(
    _ outbox: Outbox, key: OutboxKey, letters: Letters, carry: @escaping (Parcel) -> Outcome
  ) async throws {
    self.outbox = outbox
    self.key = key
    self.letters = letters
    self.carry = carry
    try await outbox.registerKey(key.publicKey)
  }

  /// Hands over what is due in these practices. One that is busy or broken keeps no other one waiting.
  ///
  /// - Parameter leave: told at once of a practice that is left for the next run, and why.
  package func work(in practices: [Practice.ID], leave: (Practice.ID, Fault) -> Void) async throws -> Tally {
    var tally = Tally()
    for practice in practices {
      do {
        try await outbox.schedule(in: practice)
        for message in try await outbox.due(in: practice, most: Self.mostOfOnePractice) {
          try await handOver(message, &tally)
        }
      } catch let fault as Fault where !fault.unreachable {
        leave(practice, fault)
      }
    }
    return tally
  }

  private func handOver(_ message: DueMessage, _ tally: inout Tally) async throws {
    let stop = message.client.map { key.token(for: "stop \($0)") }
    let fresh = message.needsInvite ? key.token(for: "invite \(message.id)") : nil
    let begun = try await outbox.beginTry(
      message, stopHash: (stop ?? LinkToken()).hash,
      invite: try fresh.map { (hash: $0.hash, sealed: try $0.sealed(to: key.publicKey)) })
    guard let outgoing = begun else { return }
    switch send(outgoing, message.id, stop: stop) {
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

  private func send(_ outgoing: OutgoingMessage, _ id: Message.ID, stop: LinkToken?) -> Outcome {
    var link: LinkToken?
    if letters[outgoing.kind].button != nil {
      guard let sealed = outgoing.sealed else { return .failed("the secret of its link is not kept any more") }
      guard let token = try? key.open(sealed) else {
        return .failed("its link was sealed to another key of the outbox: send it anew")
      }
      link = token
    }
    return carry(Parcel(id: id, message: outgoing, link: link, stop: stop))
  }
}

extension Outbox {
  /// Returns how many messages are due in these practices, without writing any.
  package func countDue(in practices: [Practice.ID]) async throws -> Int {
    var due = 0
    for practice in practices { due += try await countDue(in: practice) }
    return due
  }
}
