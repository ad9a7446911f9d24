/// Routes requests by exact path templates such as `/i/:token/:page`.
package struct Router: Sendable {
  package typealias Handler = @Sendable (Request, _ parameters: [String: String]) async -> Response

  package init() {}

  /// HEAD is answered by the GET handler without its body.
  package mutating func get(_ template: String, _ handler: @escaping Handler) {}
  /// Accepts `application/x-www-form-urlencoded` bodies up to `bodyLimit` bytes; refused before the body otherwise.
  package mutating func post(_ template: String, bodyLimit: Int = 262_144, _ handler: @escaping Handler) {}
}

/// A decoded `application/x-www-form-urlencoded` body: decoded once, from bytes, strictly.
package struct Form: Sendable {
  /// Fields in the order sent.
  package let fields: [(name: String, value: String)]

  /// - Throws: `FormRefusal` for a bad escape, bad UTF-8, NUL, or a limit exceeded; answered with 422 (413 for size).
  package init(decoding body: [UInt8], limits: FormLimits = FormLimits()) throws(FormRefusal) { fields = [] }

  package func values(_ name: String) -> [String] { [] }
  /// The value of a field that may be sent once.
  /// - Throws: `FormRefusal.duplicate` when it was sent twice.
  package func value(_ name: String) throws(FormRefusal) -> String? { nil }
}

package struct FormLimits: Sendable {
  package var fields = 512
  package var nameBytes = 100
  package var valueBytes = 20_000
  package init() {}
}

package enum FormRefusal: Error, Sendable, Hashable {
  case badEscape, badUTF8, nul, tooManyFields, nameTooLong, valueTooLong(name: String), duplicate(name: String)
}

/// Where to listen.
package enum Address: Sendable, Hashable {
  case tcp(host: String, port: Int)
  case unix(path: String)
  /// Sockets handed over by systemd.
  case systemd
}

/// The server: accepts, parses, routes, answers.
package final class Server: Sendable {
  package struct Configuration: Sendable {
    package var address: Address
    /// The Host values that are ours, lower case with port when not the scheme's default; others get 421.
    package var hosts: [String]
    /// Scheme of the public URL; `https` adds HSTS.
    package var publicScheme: String
    /// Addresses of proxies whose X-Forwarded-For is believed.
    package var trustedProxies: [String]
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

  package init(_ configuration: Configuration, router: Router) {}

  /// Binds, calls `ready` with the bound address (the port chosen for port 0), serves until `stop()` and returns when
  /// all accepted requests are answered or 30 seconds have passed.
  package func run(ready: @Sendable (Address) -> Void) async throws {}

  /// Stops accepting and finishes what was accepted.
  package func stop() {}
}
