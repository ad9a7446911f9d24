import ArgumentParser
import Clinical
import Foundation
import Records

struct ExportPlans: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "plans", abstract: "Every plan issued since a day, as PDF and text, byte for byte.",
    discussion: """
      Files are named by the plan's short id: nobody's name is in them.
      Example: plumbline export plans --since 2026-11-01 -o plans
      """)

  @Option(help: ArgumentHelp("The first day of issue.", valueName: "yyyy-mm-dd"))
  var since: CalendarDate
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    guard let path = console.file else {
      throw CommandError(.usage, "where to?", next: "add -o FOLDER")
    }
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    try makeFolder(folder)
    let start = since.startOfDay ?? .distantPast
    let plans = try await desk.plans(of: nil).filter { $0.issuedAt.map { $0 >= start } ?? false }
    var progress = ProgressBar(of: plans.count, on: console)
    var files: [String] = []
    for plan in plans {
      for (variant, suffix) in [("pdf-a4", "pdf"), ("text", "txt")] {
        let file = folder.appending(path: "plan-\(plan.shortID).\(suffix)")
        try OutputFile(path: file.path).write(try await desk.document(variant, of: plan.id).bytes)
        files.append(file.path)
      }
      progress.advance()
    }
    if console.isForPrograms {
      console.output.write((JSON(files).text() + "\n").utf8)
    } else {
      console.note("\(plans.count) plans as issued, in \(path).", sign: Inked("✓", .green))
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
