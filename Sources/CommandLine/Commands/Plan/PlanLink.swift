import ArgumentParser
import Clinical
import Foundation
import Handout
import JSON
import Records
import Sealing

struct PlanLink: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Another link to the client's page; the old one stops working.",
    discussion: """
      For a link that was lost, or got into other hands. The page shows the plan as it was issued, and so does plan \
      export; only the address that is printed on the old sheet leads nowhere any more.
      Example: plumbline plan link 9qd4
      """)

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @Option(help: ArgumentHelp("How long the client's page works.", valueName: "period"))
  var expires: Period = .aYear
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.issued, .paused])
    guard plan.state == .issued || plan.state == .paused, let issuedAt = plan.issuedAt else {
      let isDraft = plan.state == .draft
      throw CommandError(
        isDraft ? .refused : .changed, "plan \(plan.shortID) is \(plan.state.rawValue): it has no page.",
        next: isDraft ? "plumbline plan issue \(plan.shortID)" : "plumbline plan list")
    }
    let link = LinkToken()
    let page = try PublicSite(console.environment).plan(link)
    guard !console.dryRun else {
      return try console.wouldDo("make another link to plan \(plan.shortID) of \(plan.clientName) and end the old one")
    }
    let handout = try JSONDecoder().decode(Handout.self, from: Data(try await desk.wording(of: plan.id)))
      .withPage(at: page)
    let copy = ClientPlanCopy(
      handout, practice: try await desk.practice().name, issuedOn: try Moment.today(issuedAt),
      pdf: try handout.pdf(paper: .a4, largePrint: false))
    let expiresAt = Date(timeIntervalSinceNow: TimeInterval(expires.seconds))
    try await desk.relinkPlan(
      plan.id, linkHash: link.hash, sealed: try link.seal(copy, for: .plan), expiresAt: expiresAt)
    if console.isForPrograms {
      return try console.emit(
        (["id": .string("\(plan.id)"), "url": .string(page), "expires_at": JSON(expiresAt)] as JSON).text() + "\n")
    }
    try console.emit(page + "\n")
    console.note("The new page of \(plan.clientName), shown only this once. The old link leads nowhere.")
    console.note("Sheets that are printed already carry the old address, and so does what plan export writes.")
    if plan.state == .paused { console.warn("The plan is paused: the page opens after plumbline plan resume.") }
  }
}
