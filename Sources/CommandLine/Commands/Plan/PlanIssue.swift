import ArgumentParser
import Clinical
import Foundation
import Handout
import JSON
import Records
import Sealing

struct PlanIssue: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "Sign a plan, print it, and make the client's page.",
    discussion: """
      Intake and findings are evaluated again first. Refused while a red flag is not looked at, an item is ruled out, \
      or nothing may be given at all.
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
    let plan = try await desk.findPlan(plan, console, preferring: [.draft]).draftOnly()
    let reasoning = try await Reasoning.current(for: plan, at: desk)
    try await reasoning.refuseWaitingFlags(at: desk)
    let items = try reasoning.checkedForIssue(plan)
    guard !console.dryRun else {
      return try console.wouldDo("issue plan \(plan.shortID) of \(items.count) items to \(plan.clientName)")
    }
    let described = try await describe(plan, desk)
    let link = LinkToken()
    let page = try PublicSite(console.environment).plan(link)
    let source = try await PlanSource(described, items: items, reasoning: reasoning, at: desk, pageLink: page)
    let issue = try IssuedPlan(source, reasoning.pack)
    let expiresAt = Date(timeIntervalSinceNow: TimeInterval(expires.seconds))
    let issued = try await desk.issuePlan(
      plan.id, wording: try issue.wording, documents: issue.documents, linkHash: link.hash,
      sealed: try issue.sealed(under: link), expiresAt: expiresAt,
      basis: PlanBasis(
        intake: reasoning.intake.id, evaluation: reasoning.evaluation?.id, contentVersion: reasoning.pack.version,
        items: items, version: described.version))
    for other in try await desk.plans(of: plan.client) where other.state == .issued && other.id != plan.id {
      console.warn("Plan \(other.shortID) is still issued: \(plan.clientName) holds both now.")
      console.note("plumbline plan close \(other.shortID)    ends it; plan revise replaces one from the start")
    }
    if console.isForPrograms {
      let link: JSON = ["url": .string(page), "expires_at": JSON(expiresAt)]
      return try console.emit(issued.json(reasoning).adding(link).text() + "\n")
    }
    try console.emit(page + "\n")
    console.note("Plan \(issued.shortID) issued to \(issued.clientName). Their page is shown only this once.")
    console.next("plumbline plan export \(issued.shortID) --format pdf -o plan.pdf", "print it")
  }

  private func describe(_ plan: Plan, _ desk: Desk) async throws -> Plan {
    let message = try messageFile.map { try InputFile(path: $0).text().trimmingWhitespace }
    guard nextVisit != nil || message != nil else { return plan }
    return try await desk.describePlan(
      plan, nextVisit: nextVisit ?? plan.nextVisit, message: message ?? plan.message)
  }
}
