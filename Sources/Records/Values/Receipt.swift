import Foundation

extension Door {
  /// What the client is told of a submission that was stored.
  package struct Receipt: Sendable, Hashable {
    package enum Outcome: String, Sendable {
      case stored
      /// Stored beside the form that the invite had already.
      case later
      /// The same submission was stored before.
      case replayed
      /// Another submission with the same answers was stored before.
      case sameAnswers = "same_answers"
    }

    package let outcome: Outcome
    /// A short code that the client can quote.
    package let code: String
    package let submittedAt: Date
  }
}
