/// Collects every option that is needed and was not given, so that all are named at once.
struct RequiredOptions {
  private var missing: [String] = []

  mutating func require<Value>(_ value: Value?, _ usage: String) {
    if value == nil { missing.append(usage) }
  }

  func check(_ command: String) throws {
    guard !missing.isEmpty else { return }
    throw CommandError(
      .usage, missing.count == 1 ? "an option is missing." : "\(missing.count) options are missing.",
      why: missing, next: ["plumbline help \(command)"])
  }
}
