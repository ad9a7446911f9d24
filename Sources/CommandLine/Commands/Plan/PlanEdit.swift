import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct PlanEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Set the next visit and your own words of a draft.",
    discussion: "For its items there are plan add, plan remove and plan reorder.")

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @Option(help: ArgumentHelp("Printed on the plan.", valueName: "yyyy-mm-dd"))
  var nextVisit: TypedDay?
  @Option(help: ArgumentHelp("Your own words to the client; - is standard input.", valueName: "file"))
  var messageFile: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.draft]).asDraft()
    let message = try newMessage(plan, console)
    let changed = try await Plans(at: desk).describe(
      plan, nextVisit: nextVisit?.day, message: message, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("change plan \(plan.shortID)") }
    try console.say(
      ["id": .string("\(changed.id)"), "next_visit": JSON(changed.nextVisit), "message": JSON(changed.message)],
      "Plan \(changed.shortID) changed.")
    console.next("plumbline plan preview \(changed.shortID)", "what the client will see")
  }

  private func newMessage(_ plan: Plan, _ console: Console) throws -> String? {
    if let messageFile { return try InputFile(path: messageFile).text().trimmed }
    guard nextVisit == nil else { return nil }
    guard console.mayAsk else {
      throw CommandError(
        .usage, "there is nothing to change.", why: "--next-visit YYYY-MM-DD or --message-file FILE",
        next: "plumbline help plan edit")
    }
    let guidance = "\(Editor.guidance) To \(plan.clientName). An empty file cancels.\n"
    return try Editor(console).edit(guidance + (plan.message ?? "") + "\n", named: "message.txt") {
      $0.trimmed
    }
  }
}
