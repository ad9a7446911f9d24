/// A five-character code of PostgreSQL's, appendix A of its manual.
package struct SQLState: RawRepresentable, Sendable, Hashable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  package static let uniqueViolation = SQLState(rawValue: "23505")
  package static let foreignKeyViolation = SQLState(rawValue: "23503")
  package static let queryCanceled = SQLState(rawValue: "57014")
  package static let characterNotInRepertoire = SQLState(rawValue: "22021")

  /// Ours, in a class that PostgreSQL leaves to applications: no connection became free in time.
  package static let poolExhausted = SQLState(rawValue: "PX001")

  /// The first two characters: what kind of failure it is.
  package var errorClass: Substring { rawValue.prefix(2) }

  /// The server is going, coming, or full: trying again later helps.
  var isUnavailability: Bool {
    errorClass == "08" || errorClass == "53" || ["57P01", "57P02", "57P03", "25006"].contains(rawValue)
      || self == .poolExhausted
  }

  /// The statement as prepared no longer fits the database, such as after a migration: a new session prepares it anew.
  var isStalePreparation: Bool {
    ["0A000", "26000"].contains(rawValue)
  }
}
