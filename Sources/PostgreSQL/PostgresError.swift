import CLibPQ

/// Why a statement failed. Its description carries no data of the statement or the row.
package struct PostgresError: Error, Sendable {
  /// Five characters, or nil when the failure was not reported by the server.
  package let sqlState: SQLState?
  /// The primary message, for failures that our own functions raise; never DETAIL.
  package let message: String
  package let constraint: String?
  /// The connection was lost while a commit may have been in flight.
  package let outcomeUnknown: Bool

  package init(
    sqlState: SQLState?, message: String, constraint: String? = nil, outcomeUnknown: Bool = false
  ) {
    self.sqlState = sqlState
    self.message = message
    self.constraint = constraint
    self.outcomeUnknown = outcomeUnknown
  }

  /// The database cannot be reached or has no room now: trying again later helps.
  package var isUnavailable: Bool {
    sqlState?.isUnavailability ?? true
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
  /// What the server reported in a result; nil code when libpq made the result up because the connection broke.
  init(result: OpaquePointer) {
    func field(_ code: Character) -> String? {
      PQresultErrorField(result, code.asciiValue.map(Int32.init) ?? 0).map { String(cString: $0) }
    }
    let state = field("C").map(SQLState.init)
    // "Data exception" messages quote the offending value, unless a PL/pgSQL `raise` of ours worded them.
    let quotesValues = state?.errorClass == "22" && field("R") != "exec_stmt_raise"
    self.init(
      sqlState: state,
      message: quotesValues ? "a value was not of the form its column needs" : field("M") ?? "no message",
      constraint: field("n"))
  }

  static func connectionLost(_ sqlState: SQLState? = nil) -> Self {
    Self(
      sqlState: sqlState, message: "the connection to the database was lost before it answered",
      outcomeUnknown: true)
  }

  static let protocolSurprise = Self(
    sqlState: nil, message: "the database answered out of step", outcomeUnknown: true)

  static let closed = Self(sqlState: nil, message: "the connection to the database is closed")

  static let poolExhausted = Self(
    sqlState: .poolExhausted, message: "no connection to the database became free in time")

  static let containsNUL = Self(
    sqlState: .characterNotInRepertoire, message: "PostgreSQL text cannot hold the NUL character")

  /// The same failure, for a statement that had been sent before and may have been applied then.
  var withUnknownOutcome: Self {
    Self(sqlState: sqlState, message: message, constraint: constraint, outcomeUnknown: true)
  }
}
