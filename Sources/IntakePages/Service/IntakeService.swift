import Foundation
import HTTPServer
import Installation
import Logging
import Records

/// The daemon: serves the pages, over a pool of connections to the database.
package struct IntakeService: Sendable {
  private let logger = Logger(label: "plumblined") { _ in JSONLogHandler() }
  private let door: Door
  private let server: Server
  private let operations: Server?

  /// - Throws: `Refusal` when the data files cannot be found.
  package init(_ settings: DaemonSettings) throws {
    let schemaVersion = try ShareDirectory.schemaVersion()
    door = Door.connect(connections: settings.connections, preparesStatements: settings.preparesStatements)
    let pages = IntakePages(door: door, publicURL: settings.publicURL, logger: logger)
    var configuration = Server.Configuration(
      address: settings.address, hosts: settings.hosts, publicScheme: settings.publicScheme,
      trustedProxies: settings.trustedProxies, errorPage: IntakePages.errorPage(status:text:), logger: logger)
    configuration.limits = settings.limits
    configuration.notifiesServiceManager = true
    let server = Server(configuration, router: pages.router)
    self.server = server
    operations = settings.operations.map { [door, logger] address in
      Server(
        Server.Configuration(address: address, hosts: [], errorPage: Operations.text, logger: logger),
        router: Operations(
          door: door, metrics: server.metrics, schemaVersion: schemaVersion, disk: settings.disk
        ).router)
    }
  }

  /// Serves until SIGTERM or SIGINT, then finishes accepted requests. A second signal ends the process at once.
  ///
  /// - Throws: `Door.Unfit` before anything is served, or later if the database cannot be reached until then.
  package func run() async throws {
    var isFit = try await isDoorFit()
    let signals = [SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        // Before anyone is told that it stops: who then asks again is not to be ignored.
        signal(number, SIG_DFL)
        server.stop()
      }
      source.resume()
      return source
    }
    let role = Task {
      guard !isFit else { return }
      logger.warning(
        "database",
        metadata: [
          "state": "away",
          "next": """
          is PostgreSQL running, do PGSERVICE or PGHOST, PGUSER and PGDATABASE name it, and does pg_hba.conf let this \
          account in as plumbline_door?
          """,
        ])
      while !isFit {
        try await Task.sleep(for: .seconds(1))
        isFit = try await isDoorFit()
      }
      logger.info("database", metadata: ["state": "answers"])
    }
    try await serve(role)
    for source in signals { source.cancel() }
  }

  /// Whether the connection is known to be fit to serve over; false while the database cannot be reached, which the pages
  /// then say.
  private func isDoorFit() async throws -> Bool {
    do {
      try await door.requireFitness()
      return true
    } catch let fault as Fault where fault.unreachable {
      return false
    }
  }

  /// Runs both servers until the public one has finished. If one of them cannot listen, or the database role is too
  /// powerful, both stop.
  private func serve(_ role: Task<Void, any Error>) async throws {
    try await withThrowingTaskGroup { group in
      group.addTask {
        defer {
          operations?.stop()
          role.cancel()
        }
        try await server.run { _ in }
      }
      group.addTask { try await operations?.run { _ in } }
      group.addTask {
        do { try await role.value } catch is CancellationError {}
      }
      do {
        for try await _ in group {}
      } catch {
        server.stop()
        operations?.stop()
        throw error
      }
    }
  }
}
