import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct PracticeGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "Your practice; for the operator, every practice.",
    subcommands: [
      PracticeShow.self, PracticeSet.self, PracticeList.self, PracticeAdd.self, PracticeAdmit.self,
      PracticeCorrect.self,
    ])
}

struct PracticeAdd: OperatorWriting {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a practice; for the operator.",
    discussion: "Example: plumbline practice add \"Lakeside Massage\" --phone \"+1 555 010 0300\"")

  @Argument(help: "Its name, as clients know it.")
  var name: String
  @Option(help: "Phone number, printed on plans.")
  var phone: String?
  @Option(help: "E-mail address, printed on plans.")
  var email: String?
  @Option(help: ArgumentHelp("Its time zone, in which days are counted.", valueName: "name"))
  var timeZone = "UTC"
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(by operator: Operator, _ console: Console) async throws {
    let name = name.trimmed
    guard !name.isEmpty else {
      throw CommandError(.usage, "a practice needs a name.", next: "plumbline practice add \"Lakeside Massage\"")
    }
    guard try await !`operator`.practices().contains(where: { $0.name.hasSameWords(as: name) }) else {
      throw CommandError(.changed, "there is a practice “\(name)” already.", next: "plumbline practice list")
    }
    guard !console.dryRun else { return try console.wouldDo("add the practice \(name)") }
    let id = Practice.ID.new()
    try await `operator`.addPractice(
      id: id, name: name, phone: phone?.trimmed, email: email?.trimmed, timeZone: timeZone)
    try console.say(["id": .string("\(id)"), "name": .string(name)], "Practice \(name) added.")
    console.next("plumbline practitioner add NAME --practice \"\(name)\" --owner", "its first therapist")
  }
}

struct PracticeList: OperatorListing {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the practices; for the operator.")

  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(by operator: Operator, _ console: Console) async throws {
    try await console.list(
      `operator`.practices(),
      [
        Column("id", value: { .string("\($0.id)") }),
        Column("name", "Practice", value: { .string($0.name) }, shown: { StyledText($0.name, .bold) }),
        Column(
          "created_at", "Since", value: { JSON($0.createdAt) }, shown: { StyledText(Moment.localDay($0.createdAt)) }),
      ], nothing: "No practice yet. Add one: plumbline practice add NAME")
  }
}
