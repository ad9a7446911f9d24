import Foundation
import HTTPServer
import Records

/// The daemon: the pages on a server, on a pool of connections to the database.
package struct IntakeService: Sendable {
  private let door: Door
  private let server: Server
  private let operations: Server?

  package init(_ settings: Settings) {
    door = Door.connect(connections: settings.connections)
    let pages = IntakePages(door: door, publicURL: settings.publicURL, log: Self.log)
    var configuration = Server.Configuration(
      address: settings.address, hosts: settings.hosts, publicScheme: settings.publicScheme,
      trustedProxies: settings.trustedProxies, errorPage: IntakePages.errorPage(status:text:), log: Self.log)
    configuration.limits = settings.limits
    configuration.notifiesServiceManager = true
    let server = Server(configuration, router: pages.router)
    self.server = server
    operations = settings.operations.map { [door] address in
      Server(
        Server.Configuration(address: address, hosts: [], errorPage: Operations.text, log: Self.log),
        router: Operations(door: door, metrics: server.metrics, disk: settings.disk).router)
    }
  }

  /// Serves until SIGTERM or SIGINT, then finishes what was accepted. A second signal ends at once.
  package func run() async throws {
    do {
      try await door.requireHarmlessRole()
    } catch let fault as Fault where fault.unreachable {
      throw NoDatabase()
    }
    let signals = [SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        server.stop()
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
    try await serve()
    for source in signals { source.cancel() }
  }

  /// Both listeners, until the public one has finished; or neither, when one of them cannot be had.
  private func serve() async throws {
    try await withThrowingTaskGroup { group in
      group.addTask {
        try await server.run { _ in }
        operations?.stop()
      }
      group.addTask { try await operations?.run { _ in } }
      do {
        for try await _ in group {}
      } catch {
        server.stop()
        operations?.stop()
        throw error
      }
    }
  }

  /// One line to standard output, whole even when several threads write.
  private static func log(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}

private struct NoDatabase: Error, CustomStringConvertible {
  let description =
    "cannot reach the database: is PostgreSQL running, and do PGSERVICE or PGHOST, PGUSER and PGDATABASE name it?"
}
