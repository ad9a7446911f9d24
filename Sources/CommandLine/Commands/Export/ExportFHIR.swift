import ArgumentParser
import Clinical
import Installation
import Interchange
import Records

struct ExportFHIR: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "fhir", abstract: "Clients as a Bundle of FHIR R4.",
    discussion: """
      Patient, the form with its answers, findings, red flags, consents, plans with their PDF, and who signed. Notes, \
      visits and the audit are only in plumbline export client and export practice.
      Example: plumbline export fhir k7f3 -o ana.json
      """)

  @Argument(help: .client, completion: .clients)
  var client: String?
  @Flag(help: "Everyone whom you may see.")
  var all = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let clients = try await desk.find(client, orAll: all, includingArchived: true, console)
    let export = FHIRExport(at: desk, pack: try ShareDirectory.contentPack())
    guard let path = console.file else {
      _ = try await export.write(clients) { try console.output.write($0.utf8) }
      return
    }
    let resources = try await NewFile(path: path).make { file in
      try await export.write(clients) { try CheckedWriting.write(Array($0.utf8), to: file) }
    }
    console.note("\(path): \(resources.counted("resource")).", sign: StyledText("✓", .green))
  }
}
