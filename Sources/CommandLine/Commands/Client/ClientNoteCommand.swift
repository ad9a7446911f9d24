import ArgumentParser
import Clinical
import JSON
import Records

struct ClientNoteCommand: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Add a note; notes are never edited.",
    discussion: """
      On a terminal your editor opens. A note in a file, or from standard input with -, stays out of your shell's history.
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: ArgumentHelp("The note; - is standard input.", valueName: "file"))
  var noteFile: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    if !mayAsk { required.require(noteFile, "--note-file FILE") }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    let note = try console.longText(noteFile, option: "--note-file FILE", command: "client note", about: client.label)
    guard !console.dryRun else {
      return try console.wouldDo("add a note of \(note.count.counted("letter")) to \(client.label)")
    }
    let id = ClientNote.ID.new()
    try await desk.addNote(id: id, to: "\(client.id)", note)
    try console.say(
      ["id": .string("\(id)"), "client": .string("\(client.id)")], "Note added to \(client.label).")
  }
}
