import HTTPServer

/// What the daemon is told by its environment. How it reaches the database is libpq's business (`PGSERVICE`, `PGHOST`
/// ...), and where the content lies is `PLUMBLINE_SHARE`'s.
package struct DaemonSettings: Sendable {
  /// One setting: its name, what it is when unset, and what it means.
  package struct Row: Sendable {
    package let name: String
    package let unset: String
    package let meaning: String
  }

  /// Every setting. A new one is a row here and a line in `init`.
  package static let table = [
    Row(name: "PLUMBLINE_LISTEN", unset: "127.0.0.1:8080", meaning: "HOST:PORT, unix:PATH or systemd"),
    Row(
      name: "PLUMBLINE_PUBLIC_URL", unset: "http://HOST:PORT",
      meaning: "how clients reach it; https says that TLS stands in front, without which it listens on loopback only"),
    Row(
      name: "PLUMBLINE_TRUSTED_PROXIES", unset: "",
      meaning: "addresses, with commas, whose X-Forwarded-For is believed; unix for a Unix socket"),
    Row(name: "PLUMBLINE_CONNECTIONS", unset: "8", meaning: "connections to the database, 1 to 64"),
    Row(
      name: "PLUMBLINE_OPERATIONS", unset: "",
      meaning: "HOST:PORT on loopback or unix:PATH that answers /readyz and /metrics; unset, nobody does"),
    Row(
      name: "PLUMBLINE_DISK", unset: "/", meaning: "a path on the database's disk, whose free space /readyz watches"),
    Row(
      name: "PLUMBLINE_LIMITS", unset: "",
      meaning: "limits to replace, as in connections=2000,idle_time=5; plumblined --help lists them"),
  ]

  /// The names and units of `PLUMBLINE_LIMITS`.
  package static let limits = Limits.settings.map { (name: $0.name, unit: $0.unit) }

  package let address: Address
  /// Scheme, host and port, without a slash at the end.
  package let publicURL: String
  package let trustedProxies: [String]
  package let connections: Int
  /// Of the listener for `/readyz` and `/metrics`.
  package let operations: Address?
  package let disk: String
  package let limits: Limits

  /// - Throws: `UnusableSetting` that names the setting and what it wants.
  package init(environment: [String: String]) throws(UnusableSetting) {
    func value(_ row: Int) -> String {
      let given = environment[Self.table[row].name] ?? ""
      return given.isEmpty ? Self.table[row].unset : given
    }
    guard let address = Address(value(0)) else { throw UnusableSetting(row: Self.table[0]) }
    self.address = address
    let isPublicURLGiven = !(environment[Self.table[1].name] ?? "").isEmpty
    let publicURL = isPublicURLGiven ? value(1) : "http://\(address.authority)"
    guard let url = Self.origin(publicURL) else { throw UnusableSetting(row: Self.table[1]) }
    self.publicURL = url
    trustedProxies = value(2).split(separator: ",").map { String($0.filter { $0 != " " }) }
    guard let connections = Int(value(3)), (1...64).contains(connections) else {
      throw UnusableSetting(row: Self.table[3])
    }
    self.connections = connections
    operations = Address(value(4))
    guard operations != nil || value(4).isEmpty else { throw UnusableSetting(row: Self.table[4]) }
    disk = value(5)
    guard let limits = Limits(overriding: value(6)) else { throw UnusableSetting(row: Self.table[6]) }
    self.limits = limits
  }

  package var publicScheme: String { publicURL.hasPrefix("https:") ? "https" : "http" }

  /// The names under which the pages answer. On loopback also the usual ones of this machine.
  package var hosts: [String] {
    let authority = String(publicURL.drop { $0 != "/" }.dropFirst(2))
    let name = authority.prefix { $0 != ":" }
    guard publicScheme == "http", name == "localhost" || name == "127.0.0.1" else { return [authority] }
    let port = authority.drop { $0 != ":" }
    return [authority] + ["localhost", "127.0.0.1"].flatMap { [$0, "\($0)\(port)"] }
  }

  /// `http` or `https`, a host, perhaps a port, and nothing after it.
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

package struct UnusableSetting: Error, CustomStringConvertible {
  let row: DaemonSettings.Row

  package var description: String { "\(row.name) must be: \(row.meaning) (unset: \(row.unset))" }
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

  /// As a URL writes it; localhost where there is no TCP address.
  fileprivate var authority: String {
    guard case .tcp(let host, let port) = self else { return "localhost" }
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
