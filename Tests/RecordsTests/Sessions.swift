import Foundation
import PostgreSQL
import Records

/// Connections to the instance the tests run against, as each of its people.
enum Sessions {
  static func desk(_ therapist: Therapist) async throws -> Desk {
    Desk(try await Shared.sessions.of(therapist.rawValue))
  }

  /// One session a service for all tests: a login has few, the daemon takes its share of the door's, and one that is
  /// let go takes a moment to end.
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

  /// - Parameter database: other than the instance's own.
  static func connection(_ service: String, database: String? = nil) async throws -> PostgresConnection {
    guard ProcessInfo.processInfo.environment["PGSERVICEFILE"] != nil else { throw MissingInstance() }
    return try await PostgresConnection.open("service=\(service)" + (database.map { " dbname=\($0)" } ?? ""))
  }

  enum Therapist: String, CaseIterable { case mira, jonas, tom }

  struct MissingInstance: Error, CustomStringConvertible {
    let description = "PGSERVICEFILE is not set: run `deploy/scratch start` and export the lines it prints."
  }
}
