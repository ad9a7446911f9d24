import ArgumentParser
import Care
import Clinical
import Records

struct PlanIssueCommand: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "Sign a plan, print it, and make the client's page.",
    discussion: """
      Intake and findings are evaluated again first. Refused while a red flag is not acknowledged, an item is \
      contraindicated, or nothing may be given at all.
      """)

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @Option(help: ArgumentHelp("The next visit, printed on the plan.", valueName: "yyyy-mm-dd"))
  var nextVisit: TypedDay?
  @Option(help: ArgumentHelp("Your own words to the client.", valueName: "file"))
  var messageFile: String?
  @Option(help: ArgumentHelp("How long the client's page works.", valueName: "period"))
  var expires: Period = .aYear
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.draft]).asDraft()
    let checked = try await Plans(at: desk).check(plan, nextVisit: nextVisit?.day)
    guard !console.dryRun else {
      return try console.wouldDo("issue plan \(plan.shortID) of \(checked.items.count) items to \(plan.clientName)")
    }
    let message = try messageFile.map { try InputFile(path: $0).text().trimmed }
    let issue = try await console.issue(checked, message: message, expires, at: desk)
    guard !console.isForPrograms else { return }
    console.note(
      "Plan \(issue.plan.shortID) issued to \(plan.clientName). The address of their page is shown only once.")
    console.next("plumbline plan export \(issue.plan.shortID) --format pdf -o plan.pdf", "print it")
  }
}
