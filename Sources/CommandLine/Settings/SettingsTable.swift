/// Reads settings from their sources, and collects what there is to say about each.
///
/// As for the daemon, the help comes from the code that reads, so that no setting can be read and not explained. A value
/// is checked where it is used: a wrong one must not stop the command that corrects it.
struct SettingsTable {
  /// What a person is told about a setting.
  struct Entry: Sendable {
    let name: String
    let help: String
    /// The value and where it was found; nil when the setting is not set.
    let value: SettingSources.Value?
  }

  private let sources: SettingSources
  /// The settings read so far.
  private(set) var entries: [Entry] = []

  init(_ sources: SettingSources) { self.sources = sources }

  /// Reads one setting.
  ///
  /// - Parameter others: variables of the environment that count when it is not set, the first of them before the next.
  mutating func read(_ name: String, or others: [String] = [], _ help: String) -> String? {
    entries.append(Entry(name: name, help: help, value: sources.values[name]))
    return values(of: [name] + others).first
  }

  /// Reads one setting that is not set when it is empty.
  mutating func readFilled(_ name: String, or others: [String] = [], _ help: String) -> String? {
    entries.append(Entry(name: name, help: help, value: sources.values[name]))
    return values(of: [name] + others).first { !$0.isEmpty }
  }

  private func values(of names: [String]) -> [String] { names.compactMap { sources.values[$0]?.text } }
}
