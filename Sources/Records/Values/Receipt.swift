import Foundation

extension Door {
  /// What the client is told of a submission that was stored.
  package struct Receipt: Sendable, Hashable {
    package enum Outcome: String, Sendable { case stored, replayed }
    package let outcome: Outcome
    /// A short code that the client can quote.
    package let code: String
    package let submittedAt: Date
  }
}
