/// How a session behaves. Where and as whom it connects is up to libpq's conninfo.
package struct SessionSettings: Sendable {
  package enum StatementNaming: Sendable {
    case named
    /// For a PgBouncer older than 1.21 in transaction mode, where named statements fail.
    case unnamed
  }

  package var applicationName = "plumbline"
  /// The time after which the server cancels a statement; nil leaves it to the setting of the role.
  package var statementTimeout: Duration?
  package var lockTimeout: Duration?
  /// The time after which a connection that has not answered is given up; nil means never.
  package var answerTimeout: Duration?
  package var statements: StatementNaming = .named

  /// The settings for a person at a terminal, who can interrupt.
  package init() {}

  /// The settings for a service, where a person waits in front of a browser.
  package static let service: SessionSettings = {
    var settings = SessionSettings()
    settings.statementTimeout = .seconds(5)
    settings.lockTimeout = .milliseconds(250)
    settings.answerTimeout = .seconds(8)
    return settings
  }()

  /// libpq's keywords and values. What `conninfo` sets comes last and takes precedence.
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
