import Care
import Interchange
import Records

/// The exit status of the program. Scripts rely on these numbers, which `plumbline help exit-codes` prints.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  case failed = 1
  case cancelled = 2
  case notFound = 3
  case notAllowed = 4
  case refused = 5
  case changed = 6
  case usage = 64
  case unavailable = 69
  case tryAgain = 75
  case interrupted = 130

  package var meaning: String {
    switch self {
    case .done: "done"
    case .failed: "failed"
    case .cancelled: "cancelled by you"
    case .notFound: "not found, or more than one fits"
    case .notAllowed: "not logged in, or not allowed"
    case .refused: "refused by a safety rule: a red flag to acknowledge, a contraindicated item, something unsigned"
    case .changed: "its state forbids it, or somebody else changed it meanwhile"
    case .usage: "wrong usage"
    case .unavailable: "database or server not reachable"
    case .tryAgain: "try again"
    case .interrupted: "Ctrl-C"
    }
  }
}

extension String {
  /// The database says why in half a sentence; a person reads it as a whole one.
  fileprivate var withFullStop: String { last.map { ".?!".contains($0) } ?? true ? self : self + "." }
}

extension CommandError {
  /// Turns any error into one that a person can act on.
  package init(_ error: any Error) {
    switch error {
    case let error as CommandError: self = error
    case let refusal as CareRefusal: self.init(refusal)
    case let refusal as FHIRRefusal: self.init(refusal)
    case let refusal as ArchiveRefusal: self.init(refusal)
    case let refusal as Refusal: self.init(refusal)
    case let fault as Fault: self.init(fault)
    case let failure as ConnectionFailure: self.init(failure)
    case is CancellationError: self.init(.interrupted, "interrupted.")
    default:
      self.init(.failed, "something went wrong that should not: \(type(of: error)).", next: "plumbline doctor")
    }
  }

  /// The command that lists the records of a kind, for when one was not found.
  private static let lists = [
    "client": "client list", "evaluation": "client list", "share": "client list", "invite": "invite list",
    "intake": "intake list", "flag": "intake list", "plan": "plan list", "document": "plan list",
    "template": "plan template list", "consent": "client consent CLIENT", "wish": "today", "practice": "practice list",
    "practitioner": "practitioner list", "message": "outbox list",
  ]

  private init(_ refusal: Refusal) {
    switch refusal {
    case .notFound(let kind):
      self.init(.notFound, "there is no such \(kind).", next: "plumbline \(Self.lists[kind] ?? "doctor")")
    case .notAllowed(let sentence): self.init(.notAllowed, sentence.withFullStop, next: "plumbline whoami")
    case .conflict(let sentence): self.init(.changed, sentence.withFullStop)
    case .stale(let sentence):
      self.init(.changed, "\(sentence).", why: "Nothing was overwritten.", next: "Look at it again, then repeat this.")
    case .blocked(let sentence): self.init(.refused, sentence.withFullStop)
    case .unopened:
      self.init(.refused, "the audit could not be written, and nothing is shown without it.", next: "plumbline doctor")
    case .invalid(let sentence): self.init(.usage, sentence.withFullStop)
    }
  }

  private init(_ failure: ConnectionFailure) {
    self.init(
      failure.isRefused ? .notAllowed : .unavailable,
      failure.isRefused ? "the database refuses your login." : "the database cannot be reached.",
      why: failure.message, next: "plumbline doctor    says what is missing")
  }

  private init(_ fault: Fault) {
    if fault.unreachable {
      self.init(
        .unavailable, "the database cannot be reached.", why: "Nothing was saved.",
        next: "plumbline doctor    says what is missing")
    } else {
      self.init(
        .failed, "the database could not do that (reference \(fault.reference)).",
        why: fault.sqlState.map { "SQLSTATE \($0)" },
        next: "Nothing was saved. Give the operator the reference; it is also in the log.")
    }
  }
}
