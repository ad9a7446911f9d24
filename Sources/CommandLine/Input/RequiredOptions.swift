import ArgumentParser

/// Collects everything that is needed and was not given, so that all of it is named at once.
struct RequiredOptions {
  private var missing: [String] = []

  mutating func require<Value>(_ value: Value?, _ usage: String) {
    if value == nil { missing.append(usage) }
  }

  func check(_ command: String) throws {
    guard !missing.isEmpty else { return }
    throw CommandError(
      .usage, missing.count == 1 ? "an argument is missing." : "\(missing.count) arguments are missing.",
      why: missing,
      next: ["plumbline help \(command)"]
        + (CommandPath(command.split(separator: " ").map(String.init)).example.map { ["like  \($0)"] } ?? []))
  }
}

/// A command that cannot do without some options, though the parser takes them for optional: on a terminal it may ask.
protocol NeedsOptions: ParsableCommand {
  var global: GlobalOptions { get }
  func need(_ required: inout RequiredOptions, mayAsk: Bool)
}
