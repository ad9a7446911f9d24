import ArgumentParser
import Care
import Clinical
import Foundation
import JSON
import Records
import Sealing

struct PlanLink: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Another link to the client's page; the old one stops working.",
    discussion: """
      For a link that was lost, or that somebody else has. The page shows the plan as it was issued, and so does plan \
      export; only the address that is printed on the old sheet no longer works.
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
    let site = try PublicSite(console.settings)
    let expiresAt = try expires.end
    let outbox = try await desk.outboxKey()
    func relink() async throws -> ClientPage {
      try await Plans(at: desk).relink(
        plan, expiresAt: expiresAt, dryRun: console.dryRun, outbox: outbox, address: site.plan)
    }
    guard !console.dryRun else {
      _ = try await relink()
      return try console.wouldDo("make another link to plan \(plan.shortID) of \(plan.clientName) and end the old one")
    }
    try await desk.transaction {
      let page = try await relink()
      let json = (["id": .string("\(plan.id)")] as JSON).adding(page.json)
      try console.deliver(json, orText: page.address, "link")
    }
    guard !console.isForPrograms else { return }
    console.note("The new page of \(plan.clientName), shown only once. The old link no longer works.")
    console.note("Printed sheets have the old address, and so has what plan export writes.")
    if plan.state == .paused { console.warn("The plan is paused: the page opens after plumbline plan resume.") }
  }
}
