import HTTPServer

/// The settings of the daemon, which are environment variables. How it reaches the database is left to libpq
/// (`PGSERVICE`, `PGHOST` ...), and where the content lies to `PLUMBLINE_SHARE`.
package struct DaemonSettings: Sendable {
  /// The names in `PLUMBLINE_LIMITS`, with the numbers that hold unless they are set, and their units.
  package static let limits = Limits.settings.map { (name: $0.name, standard: $0.standard, unit: $0.unit) }

  package let address: Address
  /// Scheme, host and port, without a slash at the end.
  package let publicURL: String
  package let trustedProxies: [String]
  /// The number of connections to the database.
  package let connections: Int
  /// Whether each connection prepares the statements that it repeats.
  package let preparesStatements: Bool
  /// The address of the listener for `/readyz` and `/metrics`.
  package let operations: Address?
  /// A path on the database's disk.
  package let disk: String
  package let limits: Limits

  /// Reads every setting. A new one is a property and its line here: name, default, help and check.
  ///
  /// - Throws: `UnusableSetting`, which names the setting and what it must be.
  package init(_ settings: inout SettingsReader) throws(UnusableSetting) {
    let address = try settings.read("PLUMBLINE_LISTEN", or: "127.0.0.1:8080", "HOST:PORT, unix:PATH or systemd") {
      Address($0)
    }
    self.address = address
    publicURL = try settings.read(
      "PLUMBLINE_PUBLIC_URL", or: "http://\(address.authority)",
      "how clients reach it; https says that TLS stands in front, without which it listens on loopback only"
    ) { Self.origin($0) }
    trustedProxies = try settings.read(
      "PLUMBLINE_TRUSTED_PROXIES",
      "addresses, with commas, whose X-Forwarded-For is believed; unix for a Unix socket"
    ) { $0.split(separator: ",").map { String($0.filter { $0 != " " }) } }
    connections = try settings.read("PLUMBLINE_CONNECTIONS", or: "8", "connections to the database, 1 to 64") {
      Int($0).flatMap { (1...64).contains($0) ? $0 : nil }
    }
    preparesStatements = try settings.read(
      "PLUMBLINE_PREPARE", or: "yes", "yes, or no behind a PgBouncer older than 1.21 in transaction mode"
    ) { ["yes": true, "no": false][$0] }
    operations = try settings.read(
      "PLUMBLINE_OPERATIONS", "HOST:PORT on loopback or unix:PATH that answers /readyz and /metrics; unset, nobody does"
    ) { $0.isEmpty ? .some(nil) : Address($0).map(Optional.some) }
    disk = try settings.read(
      "PLUMBLINE_DISK", or: "/", "a path on the database's disk, whose free space /readyz watches"
    ) { $0 }
    limits = try settings.read(
      "PLUMBLINE_LIMITS", "limits to replace, as in connections=2000,idle_time=5; plumblined --help lists them"
    ) { Limits(overriding: $0) }
  }

  package init(environment: [String: String]) throws(UnusableSetting) {
    var reader = SettingsReader(environment: environment)
    try self.init(&reader)
  }

  package var publicScheme: String { publicURL.hasPrefix("https:") ? "https" : "http" }

  /// The host names that the pages accept. On loopback also the usual names of this machine.
  package var hosts: [String] {
    let authority = String(publicURL.drop { $0 != "/" }.dropFirst(2))
    let name = authority.prefix { $0 != ":" }
    guard publicScheme == "http", name == "localhost" || name == "127.0.0.1" else { return [authority] }
    let port = authority.drop { $0 != ":" }
    return [authority] + ["localhost", "127.0.0.1"].flatMap { [$0, "\($0)\(port)"] }
  }

  /// A URL of `http` or `https` with a host and optionally a port, and nothing after it; nil for anything else.
  private static func origin(_ text: String) -> String? {
    let url = text.hasSuffix("/") ? String(text.dropLast()) : text
    let schemes = ["https://", "http://"]
    guard let scheme = schemes.first(where: url.hasPrefix) else { return nil }
    let authority = url.dropFirst(scheme.count)
    let isPlain = authority.utf8.allSatisfy { byte in
      byte > UInt8(ascii: " ") && byte < 127 && !"/?#@\\\"".utf8.contains(byte)
    }
    return authority.isEmpty || !isPlain ? nil : scheme + authority.lowercased()
  }
}

extension Address {
  /// `HOST:PORT` with a numeric host, `[HOST]:PORT`, `unix:PATH` or `systemd`.
  fileprivate init?(_ text: String) {
    if text == "systemd" {
      self = .systemd
    } else if text.hasPrefix("unix:") {
      self = .unix(path: String(text.dropFirst(5)))
    } else {
      guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[colon...].dropFirst()) else { return nil }
      let host = text[..<colon].filter { $0 != "[" && $0 != "]" }
      guard !host.isEmpty else { return nil }
      self = .tcp(host: host, port: Int(port))
    }
  }

  /// The address as a URL spells it; localhost where there is no TCP address.
  fileprivate var authority: String {
    guard case .tcp(let host, let port) = self else { return "localhost" }
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
