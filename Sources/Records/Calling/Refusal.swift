import PostgreSQL

/// The database's answer when it says no.
package enum Refusal: Error, Sendable, Hashable {
  /// The record is unknown, belongs to others or was erased; the answer does not tell which.
  case notFound(kind: String)
  case notAllowed(String)
  /// The state of the record forbids it: already signed, already accepted, plan closed ...
  case conflict(String)
  /// Somebody else changed it since it was read; nothing was overwritten.
  case stale(String)
  /// A safety rule forbids it: unacknowledged red flag, blocked item, unsigned evaluation ...
  case blocked(String)
  case invalid(String)
  /// The audit does not say yet that this login looks at this subject: 'client ID' or 'list NAME'. `Desk` answers it by
  /// saying so, and asks again.
  case unopened(String)
}

extension Refusal {
  /// Reads an error of PostgreSQL as a refusal; nil if it is a fault rather than an answer.
  ///
  /// The codes `PL...` are raised by the functions in sql/functions, in the class that PostgreSQL leaves to
  /// applications; their messages are written there for people and carry no data of clients.
  init?(_ error: PostgresError) {
    guard let state = error.sqlState?.rawValue else { return nil }
    switch state {
    case "PL403": self = .notAllowed(error.message)
    case "PL404": self = .notFound(kind: error.message)
    case "PL409": self = .conflict(error.message)
    case "PL412": self = .stale(error.message)
    case "PL422": self = .invalid(error.message)
    case "PL423": self = .blocked(error.message)
    case "PL428": self = .unopened(error.message)
    case "42501": self = .notAllowed("this login may not do that")
    case "23505": self = .conflict(ConstraintWords.sentence(for: error) ?? "it is there already")
    case "23502", "23503", "23514":
      self = .invalid(ConstraintWords.sentence(for: error) ?? "one of these values is not possible")
    case "22021", "22P05": self = .invalid("text cannot hold the NUL character")
    case "22001", "22003", "22007", "22008", "22P02":
      self = .invalid("a value is not of the form the database takes")
    default: return nil
    }
  }
}
