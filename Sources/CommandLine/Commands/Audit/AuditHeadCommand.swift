import ArgumentParser
import Clinical
import Foundation
import JSON
import Records

struct AuditHeadCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "head", abstract: "Print the end of the chain, to keep outside of the database.",
    discussion: """
      Only a head kept elsewhere shows later that nothing was cut off. For a file:
      plumbline audit head --json -o audit-head.json
      """)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let head = try await desk.auditHead()
    var report = Report()
    report.fact("Entries", String(head.sequence))
    report.fact("Last", Moment.local(head.at))
    report.fact("Hash", head.hash.hexadecimal)
    try console.show(head.json, report)
  }
}

extension AuditHead {
  var json: JSON {
    [
      "practice": .string("\(practice)"), "sequence": .integer(sequence), "hash": .string(hash.hexadecimal),
      "at": JSON(at),
    ]
  }

  /// Reads what `audit head --json` has written.
  init(_ json: JSON) throws {
    guard let id = json["practice"]?.string.flatMap(UUID.init), let sequence = json["sequence"]?.integer,
      let hash = json["hash"]?.string.flatMap([UInt8].init(hexadecimal:)), let at = json["at"]?.string
    else {
      throw CommandError(
        .usage, "this is not a head of the audit.", next: "plumbline audit head --json -o FILE    makes one")
    }
    self.init(practice: Practice.ID(id), sequence: sequence, hash: hash, at: Moment.date(iso: at) ?? .distantPast)
  }
}
