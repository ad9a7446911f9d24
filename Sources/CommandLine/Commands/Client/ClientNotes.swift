import ArgumentParser
import JSON
import Records

struct ClientNotes: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes", abstract: "Read the notes about a client, newest first.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console)
    let notes = try await desk.notes(of: "\(client.id)")
    // A table would cut a note to what fits beside the other columns.
    guard console.format == .table, listing.columns == nil, !notes.isEmpty else {
      return try console.list(notes, ClientNote.columns, nothing: "No notes yet.")
    }
    let shown = notes.prefix(console.listing.limit ?? notes.count)
    var report = Report()
    for note in shown { report.note(note) }
    try console.show(.array(shown.map { JSON($0, ClientNote.columns) }), report)
  }
}

extension ClientNote {
  static let columns: [Column<ClientNote>] = [
    Column("written_at", "When", value: { JSON($0.writtenAt) }, shown: { StyledText(Moment.local($0.writtenAt)) }),
    Column("author", "Who", rank: 1, value: { .string($0.author) }),
    Column("note", "Note", value: { .string($0.note) }),
    Column("id", value: { .string("\($0.id)") }),
  ]
}

extension Report {
  mutating func note(_ note: ClientNote) {
    fact(Moment.local(note.writtenAt), note.author, .dim)
    for paragraph in note.note.split(whereSeparator: \.isNewline) { self.paragraph(String(paragraph), indent: 2) }
  }
}
