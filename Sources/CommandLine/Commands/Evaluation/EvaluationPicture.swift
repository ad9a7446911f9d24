import ArgumentParser
import Clinical
import JSON
import Records

struct EvaluationPicture: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture", abstract: "A posture photo that was kept with an evaluation.",
    discussion: """
      Only while the client agrees to photos in the record, and until the day that plumbline evaluation photo --keep named. \
      -o front.jpg writes it to a file.
      """)

  @Argument(help: .evaluation, completion: .clients)
  var evaluation: String
  @Argument(help: "front, left, back, right or bend.")
  var view: PhotoViews
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let record = try await desk.findEvaluation(evaluation, console)
    guard let view = view.ids.first, self.view.ids.count == 1 else {
      throw CommandError(.usage, "one view at a time.", next: "front, left, back, right or bend")
    }
    guard let bytes = try await desk.keptPicture(of: view, in: record.id) else {
      throw CommandError(
        .notFound, "no photo of this view is kept with evaluation \(record.shortID).",
        next: "plumbline evaluation photo with --keep keeps the next ones")
    }
    guard console.file != nil || !console.output.isTerminal else {
      throw CommandError(.usage, "a photo does not belong on a terminal.", next: "add -o photo.jpg")
    }
    try console.emit(document: bytes, ["id": .string("\(record.id)"), "view": .string(view.rawValue)])
  }
}
