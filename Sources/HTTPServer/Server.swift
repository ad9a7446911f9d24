import Foundation

/// The server: accepts, parses, routes, answers.
///
/// The way of a request: a `Listener` gives the `EventLoop` a connection; `RequestParser` makes a head out of its bytes;
/// `Admission` decides from the head and the `Router` whether the body will be taken; the handler runs as a task; its
/// answer comes back through the `Inbox`, and `ResponseSerializer` writes it. What is refused on the way is a `Refusal`.
package final class Server: Sendable {
  package struct Configuration: Sendable {
    package var address: Address
    /// The Host values that are ours, the public one first, lower case with port when not the scheme's default; others
    /// get 421. Empty when every name will do.
    package var hosts: [String]
    /// Scheme of the public URL; `https` adds HSTS, and says that TLS stands in front.
    package var publicScheme: String
    /// Addresses of proxies whose X-Forwarded-For is believed; `unix` for whoever connects to a Unix socket.
    package var trustedProxies: [String]
    package var limits = Limits()
    /// Tell systemd about start, stop and being alive. For one server of a process.
    package var notifiesServiceManager = false
    /// A page for errors before or outside a handler, by status, with the text to show.
    package var errorPage: @Sendable (_ status: Int, _ text: String) -> Response
    /// One JSON line per request and event.
    package var log: @Sendable (String) -> Void

    package init(
      address: Address, hosts: [String], publicScheme: String = "http", trustedProxies: [String] = [],
      errorPage: @escaping @Sendable (Int, String) -> Response, log: @escaping @Sendable (String) -> Void
    ) {
      self.address = address
      self.hosts = hosts
      self.publicScheme = publicScheme
      self.trustedProxies = trustedProxies
      self.errorPage = errorPage
      self.log = log
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

  /// Binds, calls `ready` with the bound address (the port chosen for port 0), serves until `stop()` and returns when
  /// all accepted requests are answered or 30 seconds have passed.
  package func run(ready: @Sendable (Address) -> Void) async throws {
    // A write to a closed pipe or socket is an error to handle, not the end.
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
        EventLoop(configuration, router: router, listeners: listeners, inbox: inbox, metrics: metrics).run()
        continuation.resume()
      }
      thread.start()
    }
  }

  /// Stops accepting and finishes what was accepted.
  package func stop() {
    inbox.stop()
  }
}
