import ArgumentParser
import Clinical
import Foundation
import Interchange
import JSON
import Records

struct ExportPractice: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "Everything of the practice in one archive: for its owner.",
    discussion: """
      Clients, notes, visits, intakes, evaluations, plans, check-ins, consents and the audit as JSON Lines, one file for \
      each kind; every issued plan byte for byte; the content that answers are read with; and a README.txt by which a \
      stranger can use it. Links and what is sealed under them stay. Whoever has the archive can read it all, so encrypt \
      it, or keep it as you keep the records.
      Example: plumbline export practice --to practice.tar
      """)

  @Option(name: .customLong("to"), help: ArgumentHelp("The archive: a new file.", valueName: "file.tar"))
  var path: String
  @OptionGroup var encryption: EncryptionOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try await desk.beginExport()
    var progress = ProgressBar(of: 2 * PracticeArchive.nouns.count, on: console)
    let path = path
    do {
      let manifest = try await NewFile(path: path).make { file in
        try await encryption.run(into: file) { output in
          try await PracticeArchive(at: desk).write(.tar, to: output, madeAt: Date()) { progress.advance() }
        }
      }
      let documents = manifest.files.count { $0.path.hasPrefix("documents/") }
      try console.say(
        [
          "to": .string(path), "records": .integer(manifest.records), "documents": .integer(documents),
          "clients": .integer(manifest.count(of: "clients")), "intakes": .integer(manifest.count(of: "intakes")),
        ],
        "\(path): \(manifest.count(of: "clients").counted("client")), \(manifest.records.counted("record")) in all, "
          + "\(documents.counted("document")).")
      if encryption.encryptTo == nil {
        console.warn("It is not encrypted: whoever has it can read every record. --encrypt-to RECIPIENTS")
      }
    } catch let fault as ArchiveFault {
      throw CommandError(fault, path)
    }
  }
}
