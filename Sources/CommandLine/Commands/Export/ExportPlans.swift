import ArgumentParser
import Clinical
import Foundation
import JSON
import Records

struct ExportPlans: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "plans", abstract: "Every plan issued since a day, as PDF and text, byte for byte.",
    discussion: """
      Files are named by the plan's short id: nobody's name is in them. What is there already is left; a file of that \
      name that holds something else is never written over.
      Example: plumbline export plans --since 2026-11-01 -o plans
      """)

  @Option(help: ArgumentHelp("The first day of issue.", valueName: "yyyy-mm-dd"), transform: TypedDay.past)
  var since: TypedDay
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    guard let path = console.file else {
      throw CommandError(.usage, "where to?", next: "add -o FOLDER")
    }
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    try makeFolder(folder)
    let start = try since.day.startOfDay ?? .distantPast
    let plans = try await desk.planIndex().filter { $0.issuedAt.map { $0 >= start } ?? false }
    var progress = ProgressBar(of: plans.count, on: console)
    var files: [String] = []
    var missing: [String] = []
    for plan in plans {
      for (variant, ending) in IssuedDocument.inCopies {
        let file = folder.appending(path: "plan-\(plan.shortID).\(ending)")
        guard let document = try await desk.documentIfIssued(variant, of: plan.id) else {
          missing.append(file.lastPathComponent)
          continue
        }
        try store(document.bytes, in: file.path)
        files.append(file.path)
      }
      progress.advance()
    }
    for name in missing { console.warn("\(name) is not there: the plan was issued without it.") }
    if console.isForPrograms {
      try console.output.write((JSON(files).text() + "\n").utf8)
    } else {
      console.note(
        "\(plans.count.counted("plan")) as issued, in \(path).", sign: StyledText("✓", .green))
    }
  }

  /// Writes a document unless the file has it already: what was issued never changes.
  private func store(_ bytes: [UInt8], in path: String) throws {
    let present = FileManager.default.contents(atPath: path)
    guard let present else { return try OutputFile(path: path).write(bytes) }
    guard present.elementsEqual(bytes) else {
      throw CommandError(
        .changed, "\(path) holds something else than the plan as issued.", why: "It was left as it is.",
        next: "Move it away, or choose another place with -o FOLDER.")
    }
  }

  private func makeFolder(_ folder: URL) throws {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandError(
        .failed, "\(folder.path) could not be made.", why: (error as NSError).localizedFailureReason,
        next: "Choose another place with -o FOLDER.")
    }
  }
}
