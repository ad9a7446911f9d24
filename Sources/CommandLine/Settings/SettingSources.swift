import Foundation

/// Where settings are found outside of the command line: the environment goes before the person's own file, which goes
/// before the system's.
struct SettingSources: Sendable {
  struct Value: Sendable {
    let text: String
    /// `environment`, or the path of a file.
    let source: String
  }

  let values: [String: Value]

  static let userFile = folder(of: "XDG_CONFIG_HOME", else: ".config") + "/plumbline/config.env"
  static let systemFile = "/etc/plumbline/plumbline.env"

  /// The sources of this process. From files only our own names are read: how the database is found is left to libpq.
  static let current: SettingSources = {
    let files = [userFile, systemFile].flatMap { path in
      read(path).map { ($0.key, Value(text: $0.value, source: path)) }
    }
    let environment = ProcessInfo.processInfo.environment.map { ($0.key, Value(text: $0.value, source: "environment")) }
    return SettingSources(values: Dictionary(environment + files) { first, _ in first })
  }()

  /// Reads lines of `KEY=VALUE`, and skips all others.
  private static func read(_ path: String) -> [String: String] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [:] }
    let pairs = text.split(whereSeparator: \.isNewline).compactMap { line -> (String, String)? in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].hasPrefix("PLUMBLINE_") else { return nil }
      return (String(parts[0]), String(parts[1]))
    }
    return Dictionary(pairs) { _, last in last }
  }

  private static func folder(of variable: String, else name: String) -> String {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment[variable], !named.isEmpty { return named }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/" + name
  }
}
