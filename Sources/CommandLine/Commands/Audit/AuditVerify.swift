import ArgumentParser
import Clinical
import JSON
import Records

struct AuditVerify: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check the chain of the audit from its beginning.",
    discussion: "With a head kept elsewhere it also shows that nothing was cut off since.")

  @Option(help: ArgumentHelp("A head as audit head --json wrote it.", valueName: "file"))
  var head: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let kept = try head.map { try AuditHead(InputFile(path: $0).json()) }
    let verification = try await desk.verifyAudit(against: kept)
    let json: JSON = [
      "entries": .integer(verification.entries), "whole": .bool(verification.brokenAt == nil),
      "broken_at": JSON(verification.brokenAt),
    ]
    if let broken = verification.brokenAt {
      if console.isForPrograms { try console.emit(json.text() + "\n") }
      throw CommandError(
        .failed, "the audit was changed: entry \(broken) is not what was written.",
        why: "\(verification.entries) entries were read.", next: "Keep the database as it is, and call the operator.")
    }
    try console.say(json, "\(verification.entries) entries, none changed\(kept == nil ? "" : ", none cut off").")
  }
}
