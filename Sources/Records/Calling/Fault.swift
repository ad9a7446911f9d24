import PostgreSQL

/// Anything that went wrong: a lost connection, a database that is down, a bug. Its description carries no client data.
package struct Fault: Error, Sendable {
  /// A code that the person is shown and the log carries, so that the two can be matched.
  package let reference: String
  package let sqlState: String?
  package let unreachable: Bool

  package init(sqlState: String? = nil, unreachable: Bool = false) {
    reference = String(UInt32.random(in: .min ... .max), radix: 36)
    self.sqlState = sqlState
    self.unreachable = unreachable
  }

  package init(_ error: PostgresError) {
    self.init(sqlState: error.sqlState?.rawValue, unreachable: error.isUnavailable)
  }
}

extension Fault: CustomStringConvertible {
  package var description: String {
    "fault \(reference)" + (sqlState.map { " (SQLSTATE \($0))" } ?? "") + (unreachable ? ", unreachable" : "")
  }
}
