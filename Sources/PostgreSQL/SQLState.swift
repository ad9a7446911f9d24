/// A five-character error code (PostgreSQL manual, appendix A).
package struct SQLState: RawRepresentable, Sendable, Hashable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  package static let uniqueViolation = SQLState(rawValue: "23505")
  package static let notNullViolation = SQLState(rawValue: "23502")
  package static let foreignKeyViolation = SQLState(rawValue: "23503")
  package static let queryCanceled = SQLState(rawValue: "57014")
  package static let lockNotAvailable = SQLState(rawValue: "55P03")
  package static let characterNotInRepertoire = SQLState(rawValue: "22021")

  /// No connection became free in time. Our own code, in a class that PostgreSQL does not use.
  package static let poolExhausted = SQLState(rawValue: "PX001")

  /// The first two characters, which name the kind of failure.
  package var errorClass: Substring { rawValue.prefix(2) }

  /// Whether the server is starting, stopping or overloaded, or a lock is taken, so that trying again later may help.
  var isUnavailability: Bool {
    errorClass == "08" || errorClass == "53" || ["57P01", "57P02", "57P03", "25006"].contains(rawValue)
      || self == .poolExhausted || self == .lockNotAvailable
  }

  /// Whether a prepared statement no longer fits the database, as after a migration. A new session prepares it again.
  var isStalePreparation: Bool {
    ["0A000", "26000"].contains(rawValue)
  }
}
