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
    let checked = try arrival.responses.map { try Intakes(at: desk).check($0.answers, pack) }
    let known: Client? = if let client { try await desk.find(client, console, writing: true) } else { nil }
    try requireSubjects(of: arrival)
    var people = known == nil ? arrival.patients.map(\.client) : []
    try await ClientArrivals(at: desk).lookForTwins(of: &people)
    for person in people where !person.doubts.isEmpty && !(also && person.canBeAdded) {
      throw CommandError(
        .changed,
        "\(person.name.isEmpty ? "a Patient without a name" : person.name) is doubtful, so nothing was done.",
        why: person.doubts.map(\.words), next: ["--client CLIENT    who it is", "--also    add them too"])
    }
    let counts = "\(people.count.counted("client")) and \(checked.count.counted("intake"))"
    guard !console.dryRun else { return try console.wouldDo("add \(counts)") }
    // What belongs to a client is shown and changed once the entry about them in the audit is committed, so they come
    // first.
    let added = people.isEmpty ? [] : try await ClientArrivals(at: desk).add(people)
    for client in added { _ = try await desk.client("\(client.id)") }
    let intakes = try await desk.transaction {
      var intakes: [Intake] = []
      for (response, answers) in zip(arrival.responses, checked) {
        guard let client = known ?? response.patient.map({ added[$0] }) else { continue }
        intakes.append(try await Intakes(at: desk).start(for: client, answers))
      }
      return intakes
    }
    try console.say(
      [
        "clients": .array(added.map { .string("\($0.id)") }), "intakes": .array(intakes.map { .string("\($0.id)") }),
        "left_out": .integer(arrival.others),
      ],
      "\(counts) taken over; \(arrival.others.counted("other resource")) left out.")
    if let intake = intakes.first { console.next("plumbline intake show \(intake.shortID)", "read it through") }
  }

  /// Every form is about one of the people who come along, or all are about the client who was named.
  private func requireSubjects(of arrival: FHIRArrival) throws {
    let responses = arrival.responses
    if client == nil, responses.contains(where: { $0.patient == nil }) {
      throw CommandError(.usage, "it does not say whose answers these are.", next: "--client CLIENT    who it is")
    }
    if client != nil, Set(responses.map(\.subject)).count > 1 {
      throw CommandError(
        .usage, "it holds answers of several people, so they cannot all be one client's.",
        next: "Take a file for each, or leave --client out.")
    }
  }

  private func arrival(_ pack: ContentPack) throws -> FHIRArrival {
    do {
      return try FHIRArrival(try InputFile(path: file).bytes(), pack: pack)
    } catch let fault as FHIRArrival.Fault {
      throw CommandError(
        .usage,
        fault == .notFHIR ? "\(file) is no resource of FHIR in JSON." : "\(file) has nothing that is taken over.",
        why: fault == .notFHIR
          ? "Nothing was taken over." : "Clients come as Patient, answers to our form as QuestionnaireResponse.",
        next: "Check that it is the right file.")
    }
  }
}
