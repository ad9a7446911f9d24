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
    let archive = try await ClientCopy(of: client, at: desk)
    do {
      let manifest = try await NewFile(path: path).make { file in
        try await encryption.run(into: file) { output in
          try archive.write(path.hasSuffix(".tar") ? .tar : .zip, to: output, madeAt: Date())
        }
      }
      try console.say(
        ["to": .string(path), "records": .integer(manifest.records), "pages": .integer(archive.pages)],
        "\(path): \(manifest.records.counted("record")) of \(client.label), and \(archive.pages.counted("page")) to "
          + "read.")
    } catch let fault as ArchiveFault {
      throw CommandError(fault, path)
    }
  }
}
