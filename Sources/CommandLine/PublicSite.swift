import Sealing

/// The addresses at which clients reach the daemon.
struct PublicSite {
  private let base: String

  init(_ settings: CommandLineSettings) throws {
    let named = settings.publicURL ?? ""
    guard named.hasPrefix("https://") || named.hasPrefix("http://") else {
      throw CommandError(
        .usage, "the address of your intake pages is not known.",
        why: named.isEmpty ? nil : "PLUMBLINE_PUBLIC_URL must begin with https:// or http://",
        next: "export PLUMBLINE_PUBLIC_URL=https://intake.example.org")
    }
    base = named.hasSuffix("/") ? String(named.dropLast()) : named
  }

  var health: String { "\(base)/healthz" }
  func form(_ token: LinkToken) -> String { "\(base)/i/\(token.text)" }
  func photos(_ token: LinkToken) -> String { "\(base)/e/\(token.text)" }
  func plan(_ token: LinkToken) -> String { "\(base)/p/\(token.text)" }
  func checkIn(_ token: LinkToken) -> String { "\(plan(token))/how" }
  func stop(_ token: LinkToken) -> String { "\(base)/s/\(token.text)" }
  /// The name of the host.
  var host: String {
    let rest = base.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).last ?? ""
    return rest.split(whereSeparator: { $0 == ":" || $0 == "/" }).first.map(String.init) ?? "localhost"
  }
}
