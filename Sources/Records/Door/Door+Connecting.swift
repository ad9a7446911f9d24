import PostgreSQL

extension Door {
  /// Returns a door to the database that libpq's environment names. It connects when first used, and again after it
  /// loses its connections.
  /// - Parameter preparesStatements: false behind a PgBouncer older than 1.21, which gives the next transaction another
  ///   session than the one that prepared them.
  package static func connect(connections: Int, preparesStatements: Bool) -> Door {
    var settings = SessionSettings.service
    settings.statements = preparesStatements ? .named : .unnamed
    return Door(ConnectionPool(connections: connections, settings: settings))
  }

  /// Checks that the daemon may serve: it is exposed to the internet, so nobody must be able to make it do what its role
  /// need not, and what it acknowledges has to survive a loss of power.
  /// - Throws: `Unfit`, or `Fault` if the database cannot be reached.
  package func requireFitness() async throws {
    let faults: [String]
    do {
      faults = try await database.call("door.faults").decoded { try $0.string("fault") }
    } catch Refusal.notAllowed {
      faults = ["the role is not plumbline_door"]
    }
    guard faults.isEmpty else { throw Unfit(faults: faults) }
  }

  /// Why the daemon refuses to serve over this connection, in words of the database.
  package struct Unfit: Error, CustomStringConvertible {
    package let faults: [String]

    package var description: String {
      """
      the daemon serves as plumbline_door with that role's rights alone, on a server that keeps what it acknowledges: \
      \(faults.joined(separator: "; ")). Run sql/setup.sql as the superuser, or connect as plumbline_door
      """
    }
  }
}
