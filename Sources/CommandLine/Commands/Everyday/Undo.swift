import ArgumentParser
import Clinical
import Foundation
import Records

struct Undo: WritingCommand, ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back your last change that can be, for 30 minutes.",
    discussion: """
      An edit, an archive, an assignment, a note, an invitation. What is signed or issued is amended instead, with a reason.
      """)

  @Flag(help: "Only list what could be taken back.")
  var list = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let changes = try await desk.reversibleChanges()
    guard !list else {
      return try console.list(changes, ReversibleChange.fields, nothing: "Nothing can be taken back.")
    }
    guard let newest = changes.first else {
      throw CommandError(.notFound, "there is nothing to take back.", next: "plumbline undo --list")
    }
    let client = try await desk.client("\(newest.client)").label
    guard !console.dryRun else {
      return try console.wouldDo(
        "take back: \(AuditVerb.words(newest.verb)), \(client), \(Moment.local(newest.madeAt))")
    }
    let undone = try await desk.undo()
    try console.say(
      undone.json, "Taken back: \(AuditVerb.words(undone.verb)), \(client), \(Moment.local(undone.madeAt)).")
  }
}

extension ReversibleChange {
  static let fields: [Field<ReversibleChange>] = [
    Field("verb", "What", value: { .string($0.verb) }, shown: { Inked(AuditVerb.words($0.verb)) }),
    Field("made_at", "When", value: { JSON($0.madeAt) }, shown: { Inked(Moment.local($0.madeAt)) }),
    Field("client", value: { .string("\($0.client)") }),
    Field("target", value: { .string($0.target.uuidString.lowercased()) }),
  ]

  fileprivate var json: JSON { .object(Self.fields.map { JSON.Member($0.name, $0.value(self)) }) }
}
