import ArgumentParser
import Clinical
import Foundation
import JSON
import Records

struct ErasuresGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erasures",
    abstract: "Keep the list of erased clients, erase them again after a restore, and remove what has expired.",
    subcommands: [ErasuresList.self, ErasuresReplay.self, ErasuresExpire.self], defaultSubcommand: ErasuresList.self)
}

struct ErasuresList: OperatorListing {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the clients that were erased, as ids; for the operator.",
    discussion: """
      A backup still holds the clients that were erased after it was made. Keep this list away from the database:
      plumbline erasures list --json -o erasures.json
      """)

  @Option(help: ArgumentHelp("Only of this practice, by name or id.", valueName: "practice"))
  var practice: String?
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(by operator: Operator, _ console: Console) async throws {
    let practices =
      if let practice { [try await `operator`.practice(named: practice)] } else { try await `operator`.practices() }
    var erasures: [Erasure] = []
    for practice in practices { erasures += try await `operator`.erasures(of: practice.id) }
    try console.list(erasures, Erasure.columns, nothing: "No client was erased.")
  }
}

struct ErasuresReplay: OperatorWriting, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Erase again the clients that a restore brought back; for the operator.",
    discussion: "It can be repeated: a client who is not there is passed over.")

  @Option(help: ArgumentHelp("What erasures list --json wrote; - is standard input.", valueName: "file"))
  var from: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    required.require(from, "--from FILE")
  }

  func run(by operator: Operator, _ console: Console) async throws {
    guard let from else { return }
    let erasures = try Erasure.list(InputFile(path: from).json())
    guard !console.dryRun else {
      return try console.wouldDo("repeat \(erasures.count.counted("erasure"))", ["erasures": .integer(erasures.count)])
    }
    var returned = 0
    for erasure in erasures {
      if try await `operator`.eraseAgain(erasure) { returned += 1 }
    }
    try console.say(
      ["erasures": .integer(erasures.count), "erased_again": .integer(returned)],
      "\(erasures.count.counted("erasure")) repeated, \(returned.counted("client")) had come back.")
  }
}

extension Erasure {
  static let columns: [Column<Erasure>] = [
    Column("practice", "Practice", rank: 1, value: { .string("\($0.practice)") }),
    Column("client", "Client", value: { .string("\($0.client)") }),
    Column("erased_at", "Erased", value: { JSON($0.erasedAt) }, shown: { StyledText(Moment.local($0.erasedAt)) }),
  ]

  /// Reads what `erasures list --json` wrote.
  static func list(_ json: JSON) throws -> [Erasure] {
    let erasures = json.array?.map { entry -> Erasure? in
      guard let practice = entry["practice"]?.string.flatMap(UUID.init),
        let client = entry["client"]?.string.flatMap(UUID.init),
        let erasedAt = entry["erased_at"]?.string.flatMap(Moment.date(iso:))
      else { return nil }
      return Erasure(practice: Practice.ID(practice), client: Client.ID(client), erasedAt: erasedAt)
    }
    guard let erasures, !erasures.contains(where: { $0 == nil }) else {
      throw CommandError(
        .usage, "this is not a list of erasures.", why: "Nothing was erased.",
        next: "plumbline erasures list --json -o FILE    makes one")
    }
    return erasures.compactMap(\.self)
  }
}
