import ArgumentParser
import Clinical
import JSON
import Records

struct ErasuresExpire: OperatorWriting {
  static let configuration = CommandConfiguration(
    commandName: "expire", abstract: "Remove what has expired in every practice; for the operator.",
    discussion: """
      That is, of links that have expired, the drafts with their resume codes, the copies for the client's browser, and \
      the answers of an earlier form; and what a change replaced, once the change cannot be undone any more. \
      plumbline-expire.timer runs it every night.
      """)

  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(by operator: Operator, _ console: Console) async throws {
    var removed: [String: Int] = [:]
    for practice in try await `operator`.practices() {
      for (kind, count) in try await `operator`.expire(in: practice.id, dryRun: console.dryRun) {
        removed[kind, default: 0] += count
      }
    }
    let facts = JSON.object(removed.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .integer($0.value)) })
    let total = removed.values.reduce(0, +).counted("record")
    guard !console.dryRun else { return try console.wouldDo("remove \(total)", ["removed": facts]) }
    try console.say(["removed": facts], "\(total) removed.")
  }
}
