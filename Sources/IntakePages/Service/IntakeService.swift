import Foundation
import HTTPServer
import Records

/// The daemon: the pages on a server, on a pool of connections to the database.
package struct IntakeService: Sendable {
  private let door: Door
  private let server: Server

  package init(_ settings: Settings) {
    door = Door.connect(connections: settings.connections)
    let pages = IntakePages(door: door, publicURL: settings.publicURL)
    var configuration = Server.Configuration(
      address: settings.address, hosts: settings.hosts, publicScheme: settings.publicScheme,
      trustedProxies: settings.trustedProxies, errorPage: IntakePages.errorPage(status:text:), log: Self.log)
    configuration.notifiesServiceManager = true
    server = Server(configuration, router: pages.router)
  }

  /// Serves until SIGTERM or SIGINT, then finishes what was accepted. A second signal ends at once.
  package func run() async throws {
    try await door.requireHarmlessRole()
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
    try await server.run { _ in }
    for source in signals { source.cancel() }
  }

  /// One line to standard output, whole even when several threads write.
  private static func log(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}
