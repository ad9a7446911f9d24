import PostgreSQL

/// A PostgreSQL server as its superuser sees it, before and while Plumbline is put into it.
package struct Cluster: Sendable {
  /// The files that say who may connect as whom.
  package enum AccessFile: String, Sendable, CaseIterable {
    case hba = "hba_file"
    case ident = "ident_file"
  }

  private let connection: Connection

  /// Connects as libpq does, to this database.
  /// - Throws: `ConnectionFailure`.
  package static func connect(database: String = "postgres") async throws -> Cluster {
    Cluster(connection: try await open(database: database))
  }

  package func isSuperuser() async throws -> Bool {
    try await ask("select current_setting('is_superuser')::boolean as answer").only { try $0.flag("answer") }
  }

  package func hasDatabase(_ name: String) async throws -> Bool {
    try await ask("select exists (select from pg_database where datname = $1) as answer", .text(name))
      .only { try $0.flag("answer") }
  }

  /// Whether `setup.sql` ran in this database to its end: the last of its functions is there.
  package func hasFoundations() async throws -> Bool {
    try await ask("select to_regprocedure('operator.define(text, text)') is not null as answer")
      .only { try $0.flag("answer") }
  }

  package func path(of file: AccessFile) async throws -> String {
    try await ask("select current_setting($1) as answer", .text(file.rawValue)).only { try $0.string("answer") }
  }

  package func text(of file: AccessFile) async throws -> String {
    try await ask("select pg_read_file(current_setting($1)) as answer", .text(file.rawValue))
      .only { try $0.string("answer") }
  }

  /// Whether the server has read both files since they were last written.
  package func hasReadAccessFiles() async throws -> Bool {
    try await ask(
      """
      select bool_and((pg_stat_file(current_setting(f))).modification <= pg_conf_load_time()) as answer
      from unnest(array['hba_file', 'ident_file']) as f
      """
    ).only { try $0.flag("answer") }
  }

  private func ask(_ question: String, _ values: PostgresValue...) async throws -> [Row] {
    do {
      return try await connection.query(Statement(question, values))
    } catch {
      throw Fault(error)
    }
  }
}
