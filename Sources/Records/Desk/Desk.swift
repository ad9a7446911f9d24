import PostgreSQL

/// What a therapist may do, as the PostgreSQL role they are connected as.
///
/// Every function throws `Refusal` when the database says no, and `Fault` when something went wrong. A reference is an
/// id or a short id, as typed.
package struct Desk: Sendable {
  /// One session, not a pool: a dry run is a transaction of it.
  package let database: PostgresConnection
  let contentVersions = ContentVersions()

  package init(_ database: PostgresConnection) {
    self.database = database
  }
}
