import ArgumentParser
import Care
import Clinical
import Foundation
import JSON
import Records
import Sealing

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
  var nextVisit: CalendarDate?
  @Option(help: ArgumentHelp("Your own words to the client.", valueName: "file"))
  var messageFile: String?
  @Option(help: ArgumentHelp("How long the client's page works.", valueName: "period"))
  var expires: Period = .aYear
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try nextVisit?.checkNextVisit()
    let plan = try await desk.findPlan(plan, console, preferring: [.draft]).asDraft()
    let plans = Plans(at: desk)
    let checked = try await plans.check(plan)
    guard !console.dryRun else {
      return try console.wouldDo("issue plan \(plan.shortID) of \(checked.items.count) items to \(plan.clientName)")
    }
    let issue = try await plans.issue(
      checked, nextVisit: nextVisit,
      message: try messageFile.map { try InputFile(path: $0).text().trimmingWhitespace },
      expiresAt: Date(timeIntervalSinceNow: TimeInterval(expires.seconds)),
      address: try PublicSite(console.settings).plan)
    for other in issue.alsoHeld {
      console.warn("Plan \(other.shortID) is still issued: \(plan.clientName) holds both now.")
      console.note("plumbline plan close \(other.shortID)    ends it; plan revise replaces one from the start")
    }
    if console.isForPrograms {
      return try console.emit(issue.plan.json(checked.reasoning).adding(issue.page.json).text() + "\n")
    }
    try console.emit(issue.page.address + "\n")
    console.note(
      "Plan \(issue.plan.shortID) issued to \(plan.clientName). The address of their page is shown only once.")
    console.next("plumbline plan export \(issue.plan.shortID) --format pdf -o plan.pdf", "print it")
  }
}

extension ClientPage {
  var json: JSON { ["url": .string(address), "expires_at": JSON(expiresAt)] }
}
