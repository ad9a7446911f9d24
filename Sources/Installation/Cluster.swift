import Foundation
import PostgreSQL
import Records

/// A PostgreSQL server as its superuser sees it, before and while Plumbline is put into it.
package struct Cluster: Sendable {
  /// The files that say who may connect as whom.
  package enum AccessFile: String, Sendable, CaseIterable {
    case hba = "hba_file"
    case ident = "ident_file"
  }

  private let connection: PostgresConnection

  /// Connects as libpq does, to this database.
  ///
  /// - Parameter account: the account of this machine that the socket tells the server; nil for one's own. Only root may
  ///   take another, and the whole process has it for as long as this takes.
  /// - Throws: `ConnectionFailure`.
  package static func connect(database: String = "postgres", as account: uid_t? = nil) async throws -> Cluster {
    if let account { seteuid(account) }
    defer { if account != nil { seteuid(getuid()) } }
    return Cluster(connection: try await open(database: database))
  }

  package func isSuperuser() async throws -> Bool {
    try await ask("select current_setting('is_superuser')::boolean as answer").only { try $0.flag("answer") }
  }

  package func user() async throws -> String {
    try await ask("select session_user::text as answer").only { try $0.string("answer") }
  }

  package func hasDatabase(_ name: String) async throws -> Bool {
    try await ask("select exists (select from pg_database where datname = $1) as answer", .text(name))
      .only { try $0.flag("answer") }
  }

  /// Returns whether `setup.sql` ran to its end in this database for the files of this folder: whether it registered
  /// their texts, and no others.
  package func hasFoundations(of share: URL) async throws -> Bool {
    let isThere = try await ask("select to_regclass('clinic.registered_texts') is not null as answer")
      .only { try $0.flag("answer") }
    guard isThere else { return false }
    let registered = try await ask("select path, checksum from clinic.registered_texts")
      .map { (try $0.string("path"), try $0.data("checksum")) }
    return try Dictionary(uniqueKeysWithValues: registered) == MigrationFiles(share: share).registered()
  }

  package func path(of file: AccessFile) async throws -> String {
    try await ask("select current_setting($1) as answer", .text(file.rawValue)).only { try $0.string("answer") }
  }

  package func text(of file: AccessFile) async throws -> String {
    try await ask("select pg_read_file(current_setting($1)) as answer", .text(file.rawValue))
      .only { try $0.string("answer") }
  }

  /// Returns the rules of `pg_hba.conf` in their order, without the lines that PostgreSQL cannot read.
  package func rules() async throws -> [AccessRule] {
    try await ask(
      """
      select type, array_to_string(database, ',') as databases, array_to_string(user_name, ',') as users,
        concat_ws(' ', address, netmask, auth_method, array_to_string(options, ' ')) as how
      from pg_hba_file_rules() with ordinality
      where type is not null
      order by ordinality
      """
    ).map { try AccessRule($0) }
  }

  /// Returns the lines that keep the server from reading its access files again. A line that it only warns about does
  /// not.
  package func faultsOfAccessFiles() async throws -> [String] {
    try await ask(
      """
      select format('Line %s of %s: %s', line_number, current_setting(file), error) as fault
      from (
        select 'hba_file' as file, line_number, error from pg_hba_file_rules where type is null
        union all
        select 'ident_file', line_number, error from pg_ident_file_mappings where map_name is null) as lines
      order by file, line_number
      """
    ).map { try $0.string("fault") }
  }

  /// Returns whether the server has read both files since they were last written.
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
