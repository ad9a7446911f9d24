import Foundation
import PostgreSQL
import Records

/// Connections to the instance the tests run against, as each of its people.
enum Sessions {
  static func desk(_ therapist: Therapist) async throws -> Desk {
    Desk(try await Shared.sessions.of(therapist.rawValue))
  }

  /// One session for each service, shared by all tests: a login may open few, the daemon uses some of the door's, and a
  /// closed session takes a moment to end.
  private actor Shared {
    static let sessions = Shared()
    private var opening: [String: Task<PostgresConnection, any Error>] = [:]

    func of(_ service: String) async throws -> PostgresConnection {
      let session = opening[service] ?? Task { try await connection(service) }
      opening[service] = session
      return try await session.value
    }
  }

  static func door() async throws -> Door {
    Door(try await Shared.sessions.of("door"))
  }

  /// - Parameter database: the database to connect to, if it is not the instance's own.
  static func connection(_ service: String, database: String? = nil) async throws -> PostgresConnection {
    guard ProcessInfo.processInfo.environment["PGSERVICEFILE"] != nil else { throw MissingInstance() }
    return try await PostgresConnection.open("service=\(service)" + (database.map { " dbname=\($0)" } ?? ""))
  }

  enum Therapist: String, CaseIterable { case mira, jonas, tom }

  struct MissingInstance: Error, CustomStringConvertible {
    let description = "PGSERVICEFILE is not set: run `deploy/scratch start` and export the lines it prints."
  }
}
