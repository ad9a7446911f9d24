/// How a session behaves; who and where it connects to is libpq's conninfo.
package struct SessionSettings: Sendable {
  package enum StatementNaming: Sendable {
    case named
    /// Behind a PgBouncer older than 1.21 in transaction mode, where named statements fail.
    case unnamed
  }

  package var applicationName = "plumbline"
  /// The server ends a statement after this; nil leaves it to what the database sets for the role.
  package var statementTimeout: Duration?
  package var lockTimeout: Duration?
  /// A connection that has not answered for this long is given up; nil waits for ever.
  package var answerTimeout: Duration?
  package var statements: StatementNaming = .named

  /// For a person at a terminal, who can interrupt.
  package init() {}

  /// For a service, where a person waits in a browser.
  package static let service: SessionSettings = {
    var settings = SessionSettings()
    settings.statementTimeout = .seconds(5)
    settings.lockTimeout = .seconds(3)
    settings.answerTimeout = .seconds(8)
    return settings
  }()

  /// libpq's keywords and values; what `conninfo` says comes later and wins.
  func parameters(conninfo: String) -> [(keyword: String, value: String)] {
    var options: [String] = []
    if let statementTimeout {
      options.append("-c statement_timeout=\(statementTimeout.milliseconds)")
      options.append("-c idle_in_transaction_session_timeout=\(statementTimeout.milliseconds)")
    }
    if let lockTimeout {
      options.append("-c lock_timeout=\(lockTimeout.milliseconds)")
    }
    return [
      ("client_encoding", "UTF8"),
      ("fallback_application_name", applicationName),
      ("connect_timeout", "5"),
      ("tcp_user_timeout", "5000"),
      ("options", options.joined(separator: " ")),
      ("dbname", conninfo),
    ]
  }
}

extension Duration {
  fileprivate var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
