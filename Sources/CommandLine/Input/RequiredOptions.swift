import ArgumentParser

/// Collects the options that are missing, so that all of them are named at once.
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

/// A command that needs options which the parser takes for optional, because on a terminal it can ask.
protocol NeedsOptions: ParsableCommand {
  var global: GlobalOptions { get }
  func need(_ required: inout RequiredOptions, mayAsk: Bool)
}
