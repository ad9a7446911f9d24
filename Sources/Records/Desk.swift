import PostgreSQL

/// What a therapist may do, as the PostgreSQL role they are connected as.
///
/// Every function throws `Refusal` for what cannot be and `Fault` for what went wrong. A reference is an id or a
/// short id, as typed.
package struct Desk: Sendable {
  package let database: any PostgresClient
  let contentVersions = ContentVersions()

  package init(_ database: any PostgresClient) {
    self.database = database
  }

  package func whoAmI() async throws -> Practitioner {
    guard let me = try await database.call("desk.whoami").decoded(as: Practitioner.init).first else {
      throw Refusal.notAllowed("this login belongs to no practitioner")
    }
    return me
  }
}
