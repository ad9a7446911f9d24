import ArgumentParser
import Care
import Clinical
import Interchange
import JSON
import Records

struct ImportClient: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "client", abstract: "Take over a client with the copy that another practice gave them.",
    discussion: """
      All records come in as they were, with their ids: notes, intakes, evaluations, visits, plans, check-ins and \
      consents. Whoever wrote them there stands for somebody here, whom you name; unless you are the owner, that is \
      you. Links, shares and kept photos stay there. Nobody is merged: a client you may have already is named first.
      Example: plumbline import client ana.zip --as Mira
      """)

  @Argument(
    help: "The archive that plumbline export client made.", completion: .file(extensions: ["zip", "tar", "age"]))
  var file: String
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Who here stands for those in the records: one for all, or each.", valueName: "name|old=new,...")
  )
  var people: String?
  @OptionGroup var decryption: DecryptionOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let copy = try await decryption.run(reading: file) { input in try CopiedClient(from: input) }
    let people = try await people(of: copy, desk, console)
    let twins = try await ClientLookup(at: desk).likelyDuplicates(of: copy.traits)
    for twin in twins { console.warn("You may know this client already: \(twin.label).") }
    let client = try await copy.take(to: desk, people: people)
    try console.say(
      [
        "id": .string("\(client.id)"), "short_id": .string(client.shortID), "name": .string(client.fullName),
        "records": .integer(copy.manifest.records),
      ],
      "\(client.label): \(copy.manifest.records.counted("record")) taken over from \(copy.manifest.practiceName).")
    if !twins.isEmpty { console.next("plumbline client merge OTHER \(client.shortID)", "if they are the same person") }
  }

  /// Returns who stands for whom: those who work here for themselves, the others as it was said or is answered.
  private func people(
    of copy: CopiedClient, _ desk: Desk, _ console: Console
  ) async throws -> [Practitioner.ID: String] {
    let everyone = try await desk.practitioners()
    let here = everyone.filter(\.active)
    let said = try people.map(Pairs.init)
    // One answer for each name that was said, however many it stands for.
    var meant: [String: String] = [:]
    var people: [Practitioner.ID: String] = [:]
    for (id, name) in copy.manifest.practitioners.sorted(by: { $0.value < $1.value }) {
      if let other = said?.value(for: name) {
        if meant[other] == nil {
          let colleague = try everyone.find(other, console)
          let inFull = said?.replacing(other, with: colleague.displayName) ?? ""
          try everyone.confirm(
            colleague, called: other, "Give the records of \(copy.name) to \(colleague.displayName)?",
            "plumbline import client \(file.quotedForShell) --as \(inFull.quotedForShell)", console)
          meant[other] = "\(colleague.id)"
        }
        people[id] = meant[other]
      } else if here.contains(where: { $0.id == id }) {
        people[id] = "\(id)"
      } else {
        guard console.mayAsk else {
          throw CommandError(
            .usage, "the records name \(name), who does not work here.", next: "--as NAME    who stands for them here")
        }
        people[id] = try Prompt(console).choose(
          "Who here stands for \(name)?", here.map(\.displayName), from: here.map { "\($0.id)" })
      }
    }
    return people
  }
}
