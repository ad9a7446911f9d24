import ArgumentParser
import Care
import Clinical
import Foundation
import Handout
import Interchange
import JSON
import Records

struct ExportClient: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "client", abstract: "Everything that is kept of a client, as a copy for them.",
    discussion: """
      A zip (or a tar) with a cover sheet, every intake, evaluation and visit to read, every plan as it was issued, and \
      all records for programs. What others said about the client is in it too, so read it before you hand it over.
      Example: plumbline export client k7f3 --to ana.zip
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(name: .customLong("to"), help: ArgumentHelp("The archive: a new file.", valueName: "file.zip|file.tar"))
  var path: String
  @OptionGroup var encryption: EncryptionOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console)
    let path = path
    let practice = try await desk.practice()
    let records = try await desk.exportedRecords(of: client.id)
    let pages = try await pages(of: client, desk)
    let cover = CopyCover(
      practice: practice.name, reachedAt: [practice.address, practice.phone, practice.email].compactMap(\.self),
      client: client.fullName, day: try .today(), pages: pages.map(\.path))
    let archive = ClientCopy(
      of: client.id, records, [cover.page] + pages, practice: practice.id, practiceName: practice.name,
      colleagues: try await desk.practitioners())
    do {
      let manifest = try await NewFile(path: path).make { file in
        try await encryption.run(into: file) { output in
          try archive.write(path.hasSuffix(".tar") ? .tar : .zip, to: output, madeAt: Date())
        }
      }
      try console.say(
        ["to": .string(path), "records": .integer(manifest.records), "pages": .integer(pages.count)],
        "\(path): \(manifest.records.counted("record")) of \(client.label), and \(pages.count.counted("page")) to "
          + "read.")
    } catch let fault as ArchiveFault {
      throw CommandError(fault, path)
    }
  }

  /// Returns what there is to read: records in words, and plans as they were issued.
  private func pages(of client: Client, _ desk: Desk) async throws -> [ClientCopy.Page] {
    let handouts = RecordHandouts(at: desk)
    var pages: [ClientCopy.Page] = []
    func add(_ name: String, _ handout: Handout) {
      pages.append(.init(path: name, bytes: Array(handout.text(width: 72).utf8)))
    }
    for intake in try await desk.intakes(of: client.id) {
      add("intakes/\(intake.shortID).txt", try await handouts.intake(intake))
    }
    for evaluation in try await desk.evaluations(of: client.id) {
      add("evaluations/\(evaluation.shortID).txt", try await handouts.evaluation(evaluation))
    }
    for visit in try await desk.visits(of: client.id) {
      add("visits/\(visit.shortID).txt", try await handouts.visit(visit))
    }
    for plan in try await desk.plans(of: client.id) where plan.issuedAt != nil {
      for (variant, ending) in [("pdf-a4", "pdf"), ("text", "txt")] {
        do {
          let document = try await desk.document(variant, of: plan.id)
          pages.append(.init(path: "plans/\(plan.shortID).\(ending)", bytes: document.bytes))
        } catch Refusal.notFound(kind: "document") {
          continue
        }
      }
    }
    return pages
  }
}
