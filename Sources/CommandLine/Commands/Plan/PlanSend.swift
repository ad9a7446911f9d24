import ArgumentParser
import Care
import Clinical
import Foundation
import JSON
import Records

struct PlanSend: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Send the link of an issued plan to the client.",
    discussion: """
      It is the link that is printed on the plan. Of a plan that was issued before the outbox had a key only the client \
      knows it: --new-link sends another, and the old one stops working.
      Example: plumbline plan send "Zoe Park"
      """)

  @Argument(help: .plan, completion: .plans)
  var plan: String
  @Option(help: "How it is sent: email or sms.")
  var by: Message.Channel = .email
  @Flag(help: "Send another link, and end the one that is printed on the plan.")
  var newLink = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console, preferring: [.issued])
    let route = try await MessageRoute(to: try await desk.client("\(plan.client)"), by: by, plan: plan, at: desk)
    let letters = try await LetterPreview(at: desk)
    let site = try PublicSite(console.settings)
    let plans = Plans(at: desk)
    let link =
      newLink ? try await plans.newLink(of: plan, expiresAt: try Period.aYear.end, address: site.plan) : nil
    let dueAt: Date
    do {
      dueAt = try await plans.send(plan, by: route, newLink: link, dryRun: console.dryRun)
    } catch Refusal.conflict(let sentence) where !newLink {
      throw CommandError(
        .changed, sentence, next: "plumbline plan send \(plan.shortID) --new-link    sends another, and ends that one")
    }
    guard !console.dryRun else { return try letters.show([(.plan, nil)], by: by, to: plan.clientName, console) }
    try console.say(
      ["id": .string("\(plan.id)"), "by": .string(by.rawValue), "due_at": JSON(dueAt)],
      "Plan \(plan.shortID) goes to \(plan.clientName), due \(Moment.local(dueAt)).")
    console.next("plumbline outbox list", "what became of it")
  }
}

extension Message.Channel: ExpressibleByArgument {}
