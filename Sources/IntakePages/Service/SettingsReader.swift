/// Reads settings from the environment, and collects what there is to say about each.
///
/// The help comes from the code that reads, so that no setting can be read and not explained. swift-configuration reads
/// typed values too, but knows neither help nor checks: the table would stand beside it.
package struct SettingsReader {
  /// What a person is told about a setting.
  package struct Entry: Sendable {
    package let name: String
    /// The value when the setting is unset or empty.
    package let unset: String
    package let help: String
  }

  private let environment: [String: String]
  /// The settings read so far.
  package private(set) var entries: [Entry] = []

  package init(environment: [String: String]) {
    self.environment = environment
  }

  /// Reads one setting.
  ///
  /// - Parameters:
  ///   - unset: the value when the setting is unset or empty.
  ///   - parse: returns nil for a value that the setting cannot have.
  package mutating func read<Value>(
    _ name: String, or unset: String = "", _ help: String, _ parse: (String) -> Value?
  ) throws(UnusableSetting) -> Value {
    let entry = Entry(name: name, unset: unset, help: help)
    entries.append(entry)
    let given = environment[name] ?? ""
    guard let value = parse(given.isEmpty ? unset : given) else { throw UnusableSetting(entry: entry) }
    return value
  }
}

/// A setting whose value cannot be used.
package struct UnusableSetting: Error, CustomStringConvertible {
  let entry: SettingsReader.Entry

  package var description: String { "\(entry.name) must be: \(entry.help) (unset: \(entry.unset))" }
}
