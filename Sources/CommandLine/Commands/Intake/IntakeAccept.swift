import ArgumentParser
import Clinical
import Records

struct IntakeAccept: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Take an intake into the record.",
    discussion: "Refused while a red flag is not looked at.")

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let intake = try await desk.findIntake(intake, console)
    let open = intake.flags.filter { $0.acknowledgedAt == nil }
    guard open.isEmpty else {
      throw CommandError(
        .refused, "\(open.count) red flag\(open.count == 1 ? " is" : "s are") not looked at.",
        why: open.map { "\($0.urgency.demand)  \($0.title)  (\($0.flag))" },
        next: open.prefix(1).map {
          "plumbline intake flag \(intake.shortID) --ack \($0.flag) --action refer|adapt|proceed --note-file F"
        })
    }
    guard !console.dryRun else { return try console.wouldDo("accept intake \(intake.shortID) of \(intake.clientName)") }
    try await desk.acceptIntake(intake.id)
    try console.say(
      ["id": .string(intake.id.description), "state": "accepted"],
      "Intake \(intake.shortID) of \(intake.clientName) accepted.")
    try await PlanWatch(client: intake.client, desk: desk).pauseTouchedPlans(console)
    console.next(
      "plumbline evaluation new \(intake.clientName.split(separator: " ").first ?? "")", "record what you find")
  }
}
