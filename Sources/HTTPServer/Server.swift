import Foundation
import Logging

/// An HTTP/1.1 server.
///
/// How a request is processed: a `Listener` accepts the connection for the `HTTPEventLoop`; `RequestParser` parses the
/// head; `RequestPolicy` decides from the head and the `Router` whether to read the body; the handler runs as a task; its
/// response arrives through the `Inbox`, and `ResponseSerializer` writes it. A `RequestRejection` at any step becomes an
/// error page.
package final class Server: Sendable {
  package struct Configuration: Sendable {
    package var address: Address
    /// The accepted Host values in lower case, the public one first, with the port unless it is the scheme's default. Others
    /// get 421. Empty accepts every host.
    package var hosts: [String]
    /// The scheme of the public URL. `https` means that a TLS proxy stands in front, and adds HSTS.
    package var publicScheme: String
    /// The addresses of proxies whose X-Forwarded-For is believed; `unix` for every peer on a Unix socket.
    package var trustedProxies: [String]
    package var limits = Limits()
    /// Whether to notify systemd of start, stop and being alive. Only for one server of a process.
    package var notifiesServiceManager = false
    /// Makes the error page for requests that the server rejects before any handler runs, from the status and a text.
    package var errorPage: @Sendable (_ status: Int, _ text: String) -> Response
    /// Gets an event for every request, without data of clients.
    package var logger: Logger

    package init(
      address: Address, hosts: [String], publicScheme: String = "http", trustedProxies: [String] = [],
      errorPage: @escaping @Sendable (Int, String) -> Response, logger: Logger
    ) {
      self.address = address
      self.hosts = hosts
      self.publicScheme = publicScheme
      self.trustedProxies = trustedProxies
      self.errorPage = errorPage
      self.logger = logger
    }
  }

  package let metrics = Metrics()
  private let configuration: Configuration
  private let router: Router
  private let inbox = Inbox()

  package init(_ configuration: Configuration, router: Router) {
    self.configuration = configuration
    self.router = router
  }

  /// Binds the address, calls `ready` with the bound address (which has the actual port for port 0) and serves until
  /// `stop()`. Returns when all accepted requests are answered, or `Limits.stopTime` has passed.
  package func run(ready: @Sendable (Address) -> Void) async throws {
    // Without this, a write to a closed pipe or socket would end the process.
    signal(SIGPIPE, SIG_IGN)
    var configuration = configuration
    let descriptors = Socket.raiseDescriptorLimit()
    let reserved = min(configuration.limits.reservedDescriptors, descriptors / 4)
    configuration.limits.connections = min(configuration.limits.connections, descriptors - reserved)
    let listeners = try Listener.open(
      configuration.address, allowsPlainBeyondLoopback: configuration.publicScheme == "https")
    for listener in listeners { ready(listener.address) }
    await withCheckedContinuation { continuation in
      let thread = Thread { [configuration, router, inbox, metrics] in
        Thread.current.name = "http"
        HTTPEventLoop(configuration, router: router, listeners: listeners, inbox: inbox, metrics: metrics).run()
        continuation.resume()
      }
      thread.start()
    }
  }

  /// Stops accepting connections and finishes accepted requests.
  package func stop() {
    inbox.stop()
  }
}
