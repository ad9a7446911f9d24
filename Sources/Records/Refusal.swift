import PostgreSQL

/// A call that the database answered with a no.
package enum Refusal: Error, Sendable, Hashable {
  /// Unknown, foreign and erased are the same.
  case notFound(kind: String)
  case notAllowed(String)
  /// State forbids it: already signed, already accepted, plan closed ...
  case conflict(String)
  /// Somebody else changed it since it was read; nothing was overwritten.
  case stale(String)
  /// A safety rule forbids it: unacknowledged red flag, blocked item, unsigned evaluation ...
  case blocked(String)
  case invalid(String)
}

extension Refusal {
  /// What an error of PostgreSQL's means to the caller; nil when it is nothing they asked for, but a fault.
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
    case "42501": self = .notAllowed("this login may not do that")
    case "23505": self = .conflict("it is there already")
    case "23502", "23503", "23514":
      self = .invalid("the database does not take this value (\(error.constraint ?? "not null"))")
    case "22021", "22P05": self = .invalid("text cannot hold the NUL character")
    case "22001", "22003", "22007", "22008", "22P02":
      self = .invalid("a value is not of the form the database takes")
    default: return nil
    }
  }
}
