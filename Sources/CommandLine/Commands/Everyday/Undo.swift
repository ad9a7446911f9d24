import ArgumentParser
import Care
import Clinical
import Foundation
import JSON
import Records

struct Undo: WritingCommand, ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back your last change, for 30 minutes.",
    discussion: """
      An edit of a client's contact data (also what was taken into it from an intake), an archive or its end, a change \
      of therapist, a share, a note, a merge, an invitation; an import for a day, of which those stay with whom something \
      has happened since. Newer changes of any other kind are passed over: a plan's \
      draft has plan add and plan remove, a client who was added has client archive, and what is signed or issued is \
      amended, with a reason. On a terminal it says what it would take back, and asks. Without one, an invitation that \
      the client has opened, and an import, are taken back only with --yes.
      """)

  @Flag(help: "Only list what could be taken back.")
  var list = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let changes = try await desk.undoLog()
    guard !list else {
      return try console.list(changes, UndoLogEntry.columns, nothing: "Nothing can be taken back.")
    }
    guard let newest = changes.first else {
      throw CommandError(.notFound, "there is nothing to take back.", next: "plumbline undo --list")
    }
    let client = try await newest.subject(at: desk)
    try await agree(to: newest, of: client, desk, console)
    let (undone, pauses) = try await Clients(at: desk).undo(newest, dryRun: console.dryRun)
    let operation = undone.operation(of: client)
    guard !console.dryRun else { return try console.wouldDo("take back: \(operation)") }
    try console.say(undone.json, "Taken back: \(operation).")
    console.say(pauses)
    try pauses?.refuseStillOut()
  }

  /// - Throws: exit 5 without a terminal when the client could no longer send a form that is open, or many clients go.
  private func agree(to change: UndoLogEntry, of client: String, _ desk: Desk, _ console: Console) async throws {
    guard !console.agreed, !console.dryRun else { return }
    let used = change.invite.flatMap { [.opened, .started].contains($0.state) ? $0 : nil }
    let operation = change.operation(of: client)
    if console.mayAsk {
      if let used { console.warn("The client has \(used.state.rawValue) its form, and could not send it any more.") }
      try console.confirm("Take back “\(operation)”?")
      guard try await desk.undoLog().first?.madeAt == change.madeAt else {
        throw CommandError(.changed, "there is a newer change by now; nothing was taken back.", next: "plumbline undo")
      }
      return
    }
    if change.arrivals != nil {
      throw CommandError(
        .refused, "the newest change to take back is an import, whose clients are erased.", why: operation,
        next: "plumbline undo --yes    if they are to go")
    }
    guard let used else { return }
    throw CommandError(
      .refused, "the newest change to take back is an invitation that the client has \(used.state.rawValue).",
      why: operation, next: "plumbline invite revoke \(used.shortID)    if they are not to send it any more")
  }
}

extension UndoLogEntry {
  static let columns: [Column<UndoLogEntry>] = [
    Column("verb", "What", value: { .string($0.verb) }, shown: { StyledText(AuditVerb.words($0.verb)) }),
    Column("made_at", "When", value: { JSON($0.madeAt) }, shown: { StyledText(Moment.local($0.madeAt)) }),
    Column("client", value: { JSON($0.client?.description) }),
    Column("target", value: { .string($0.target.lowercased) }),
    Column("clients", value: { JSON($0.arrivals?.takenBack) }),
    Column("kept", value: { JSON($0.arrivals?.kept) }),
  ]

  /// The client whom the change is about, or how many an import is about.
  fileprivate func subject(at desk: Desk) async throws -> String {
    if let client { return try await desk.client("\(client)").label }
    guard let arrivals else { return "" }
    let kept = arrivals.kept == 0 ? "" : " (\(arrivals.kept) more stay, because something has happened with them since)"
    return arrivals.takenBack.counted("client") + kept
  }

  fileprivate func operation(of client: String) -> String {
    "\(arrivals == nil ? AuditVerb.words(verb) : "the import"), \(client), \(Moment.local(madeAt))"
  }

  fileprivate var json: JSON { JSON(self, Self.columns) }
}
