import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct ClientMerge: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Merge two records of the same person.",
    discussion: """
      Both are shown field by field. The second is kept; --take names what it takes over from the first. For 30 days \
      plumbline client unmerge restores both sides. Plans that do not fit what both records say are paused.
      Example: plumbline client merge p2xm k7f3 --take phone,email
      """)

  @Argument(help: "The record that goes away.", completion: .clients)
  var from: String
  @Argument(help: "The record that stays.", completion: .clients)
  var into: String
  @Option(help: ArgumentHelp("Fields to take over.", valueName: "a,b"))
  var take: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let from = try await desk.find(from, console, writing: true)
    let into = try await desk.find(into, console, writing: true)
    try Clients.refuseSame(from, into)
    let taken = try details(from: from, into: into)
    if !console.isForPrograms { compare(from, into, taken, console) }
    try console.confirm("Merge \(from.shortID) into \(into.shortID)?")
    let (merged, pauses) = try await Clients(at: desk).merge(
      from, into: into, taking: taken, dryRun: console.dryRun)
    guard !console.dryRun else {
      return try console.wouldDo("merge \(from.label) into \(into.label)", ["take": JSON(taken.map(\.rawValue))])
    }
    try console.say(merged.json, "\(from.label) is now read as \(merged.label).")
    console.say(pauses)
    console.next("plumbline client unmerge \(from.shortID)", "takes it back, for 30 days")
    try pauses?.refuseStillOut()
  }

  /// Returns the details that the options name, else those that only the first record has.
  private func details(from: Client, into: Client) throws -> [Client.Detail] {
    guard let take else { return Clients.takenOver(from: from, into: into) }
    return try Client.Detail.list(take)
  }

  private func compare(_ from: Client, _ into: Client, _ taken: [Client.Detail], _ console: Console) {
    let table = Table(
      columns: [
        .init(heading: "Field"), .init(heading: "Goes (\(from.shortID))"), .init(heading: "Stays (\(into.shortID))"),
      ],
      rows: Client.Detail.allCases.map { detail in
        let isTaken = taken.contains(detail)
        return [
          StyledText(detail.rawValue, .dim), StyledText(from.text(of: detail), isTaken ? .green : .plain),
          StyledText(isTaken ? "← taken over" : into.text(of: detail), isTaken ? .green : .plain),
        ]
      })
    for line in table.lines(width: console.notes.width, colour: console.notes.colour) {
      console.notes.tell((line + "\n").utf8)
    }
  }
}

struct ClientUnmerge: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmerge", abstract: "Take a merge of the last 30 days back, on both sides.")

  @Argument(help: "Short id of the record that went away.")
  var client: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let (restored, pauses) = try await Clients(at: desk).unmerge(client, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("take the merge of \(restored.label) back") }
    try console.say(restored.json, "\(restored.label) is a record of its own again.")
    console.say(pauses)
    try pauses?.refuseStillOut()
  }
}
