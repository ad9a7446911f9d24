/// How a session behaves. Where and as whom it connects is up to libpq's conninfo, and how long a statement may take or
/// wait for a lock to the settings of the role: PgBouncer lets nobody through who brings settings of their own.
package struct SessionSettings: Sendable {
  package enum StatementNaming: Sendable {
    case named
    /// Statements have no names: a PgBouncer older than 1.21 in transaction mode fails with named ones.
    case unnamed
  }

  package var applicationName = "plumbline"
  /// The time after which a connection that has not answered is given up; nil means never.
  package var answerTimeout: Duration?
  package var statements: StatementNaming = .named

  /// The settings for a person at a terminal, who can interrupt.
  package init() {}

  /// The settings for a service, where a person waits in front of a browser.
  package static let service: SessionSettings = {
    var settings = SessionSettings()
    settings.answerTimeout = .seconds(8)
    return settings
  }()

  /// libpq's keywords and values. What `conninfo` sets comes last and takes precedence.
  func parameters(conninfo: String) -> [(keyword: String, value: String)] {
    [
      ("client_encoding", "UTF8"),
      ("fallback_application_name", applicationName),
      ("connect_timeout", "5"),
      ("tcp_user_timeout", "5000"),
      ("dbname", conninfo),
    ]
  }
}
