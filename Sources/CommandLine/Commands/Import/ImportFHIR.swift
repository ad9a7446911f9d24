import ArgumentParser
import Care
import Clinical
import Installation
import Interchange
import JSON
import Records

struct ImportFHIR: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "fhir", abstract: "Take over clients, and answers to our form, from FHIR R4.",
    discussion: """
      A Bundle, a Patient or a QuestionnaireResponse, in JSON. A Patient becomes a client, unless you may know them \
      already: then name the client, or add them with --also. An answered form becomes an intake for you to review, if \
      the form would take it; otherwise what is wrong is said and nothing comes in. Clients come in as one change, which \
      plumbline undo takes back for a day, and then their intakes as another. Other resources are left out.
      Example: plumbline import fhir bundle.json --dry-run
      """)

  @Argument(help: "The file, or - for standard input.", completion: .file(extensions: ["json"]))
  var file: String
  @Option(help: ArgumentHelp("The client whom it is about.", valueName: "client"), completion: .clients)
  var client: String?
  @Flag(help: "Add people whom you may know already, too.")
  var also = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let pack = try ShareDirectory.contentPack()
    let arrival = try arrival(pack)
    for response in arrival.responses where !response.misfits.isEmpty {
      console.warn("Not of our form, and left out: \(response.misfits.joined(separator: ", ")).")
    }
    let known: Client? = if let client { try await desk.find(client, console, writing: true) } else { nil }
    let taking = try await FHIRTaking(arrival, about: known, addingDoubtful: also, pack, at: desk)
    let counts = "\(taking.people.count.counted("client")) and \(taking.forms.count.counted("intake"))"
    guard !console.dryRun else { return try console.wouldDo("add \(counts)") }
    let (clients, intakes) = try await taking.take()
    try console.say(
      [
        "clients": .array(clients.map { .string("\($0.id)") }), "intakes": .array(intakes.map { .string("\($0.id)") }),
        "left_out": .integer(arrival.others),
      ],
      "\(counts) taken over; \(arrival.others.counted("other resource")) left out.")
    if let intake = intakes.first { console.next("plumbline intake show \(intake.shortID)", "read it through") }
  }

  private func arrival(_ pack: ContentPack) throws -> FHIRArrival {
    do {
      return try FHIRArrival(try InputFile(path: file).bytes(), pack: pack)
    } catch let fault as FHIRArrival.Fault {
      throw CommandError(fault, file)
    }
  }
}
