import CLibPQ

/// Why a statement failed. The description contains no data of the statement or of a row.
package struct PostgresError: Error, Sendable {
  /// Nil when the failure was not reported by the server.
  package let sqlState: SQLState?
  /// The primary message, never DETAIL, which quotes rows.
  package let message: String
  /// The constraint that a value broke; `table.column` for a value that is missing.
  package let constraint: String?
  /// The connection was lost while a commit may have been in flight.
  package let outcomeUnknown: Bool
  /// The index of the statement that failed, among those that ran as one transaction; nil when it is not known.
  let statement: Int?

  package init(
    sqlState: SQLState?, message: String, constraint: String? = nil, outcomeUnknown: Bool = false,
    statement: Int? = nil
  ) {
    self.sqlState = sqlState
    self.message = message
    self.constraint = constraint
    self.outcomeUnknown = outcomeUnknown
    self.statement = statement
  }

  /// Whether the database cannot be reached or is overloaded, so that trying again later may help.
  package var isUnavailable: Bool {
    sqlState?.isUnavailability ?? true
  }

  /// The index of the statement that gave up because it had to wait, for a lock or altogether; nil after any other
  /// failure, and when it is not known.
  var timedOutStatement: Int? {
    sqlState == .lockNotAvailable || sqlState == .queryCanceled ? statement : nil
  }
}

extension PostgresError: CustomStringConvertible {
  package var description: String {
    var words = ["PostgreSQL error", sqlState?.rawValue ?? "without a code"]
    if let constraint { words.append("on \(constraint)") }
    if outcomeUnknown { words.append("with unknown outcome") }
    return words.joined(separator: " ")
  }
}

extension PostgresError {
  /// What the server reported in a result. The code is nil when libpq made up the result because the connection broke.
  init(result: OpaquePointer, of statement: Int? = nil) {
    func field(_ code: Character) -> String? {
      PQresultErrorField(result, code.asciiValue.map(Int32.init) ?? 0).map { String(cString: $0) }
    }
    let state = field("C").map(SQLState.init)
    // Messages of class 22 (data exception) quote the offending value, unless one of our PL/pgSQL functions raised them.
    let quotesValues = state?.errorClass == "22" && field("R") != "exec_stmt_raise"
    self.init(
      sqlState: state,
      message: quotesValues ? "a value did not have the form that its column needs" : field("M") ?? "no message",
      constraint: state == .notNullViolation ? "\(field("t") ?? "").\(field("c") ?? "")" : field("n"),
      statement: statement)
  }

  static func connectionLost(_ sqlState: SQLState? = nil) -> Self {
    Self(
      sqlState: sqlState, message: "the connection to the database was lost before it answered",
      outcomeUnknown: true)
  }

  static let protocolViolation = Self(
    sqlState: nil, message: "the database sent an unexpected reply", outcomeUnknown: true)

  static let closed = Self(sqlState: nil, message: "the connection to the database is closed")

  static let poolExhausted = Self(
    sqlState: .poolExhausted, message: "no connection to the database became free in time")

  static let containsNUL = Self(
    sqlState: .characterNotInRepertoire, message: "PostgreSQL text cannot hold the NUL character")

  /// This failure, for a statement that was sent before and may have been applied then.
  var withUnknownOutcome: Self {
    Self(sqlState: sqlState, message: message, constraint: constraint, outcomeUnknown: true)
  }
}
