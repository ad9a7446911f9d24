import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct PlanTemplateGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Your practice's own lists of items to start from.",
    subcommands: [PlanTemplateList.self, PlanTemplateSave.self, PlanTemplateUse.self, PlanTemplateDelete.self])
}

struct PlanTemplateList: ListingCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the templates.")

  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try console.list(
      try await desk.planTemplates(),
      [
        Column("name", "Name", value: { .string($0.name) }, shown: { StyledText($0.name, .bold) }),
        Column("items", "Items", value: { JSON($0.items.map(\.rawValue)) }),
        Column("saved_by", "By", rank: 1, value: { .string($0.savedBy) }),
        Column(
          "saved_at", "Saved", rank: 2, value: { JSON($0.savedAt) }, shown: { StyledText(Moment.localDay($0.savedAt)) }),
      ], nothing: "None yet. Save one: plumbline plan template save NAME PLAN")
  }
}

struct PlanTemplateSave: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Save the items of a plan under a name; nothing of the client is in it.",
    discussion: """
      With --from-json templates are saved as plan template list --json prints them, all or none:
      plumbline plan template list --json | plumbline plan template save --from-json - --service tom
      """)

  @Argument(help: "Its name.")
  var name: String?
  @Argument(help: .plan, completion: .plans)
  var plan: String?
  @Option(help: ArgumentHelp("Templates that were printed; - is standard input.", valueName: "file"))
  var fromJson: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if fromJson != nil, name != nil { throw ValidationError("--from-json has the names and the items.") }
  }

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    guard fromJson == nil else { return }
    required.require(name, "<name>")
    required.require(plan, "<plan>")
  }

  func run(at desk: Desk, _ console: Console) async throws {
    if let fromJson { return try await save(try InputFile(path: fromJson).templates(), at: desk, console) }
    let (name, items) = (name ?? "", try await desk.findPlan(plan ?? "", console).items.map(\.item))
    guard !console.dryRun else { return try console.wouldDo("save \(items.count) items as \(name)") }
    try await desk.savePlanTemplate(name, items: items)
    try console.say(
      ["name": .string(name), "items": JSON(items.map(\.rawValue))], "Template \(name) saved: \(items.count) items.")
  }

  private func save(_ templates: [PrintedTemplate], at desk: Desk, _ console: Console) async throws {
    let count = templates.count.counted("template")
    try await Plans(at: desk).save(templates.map { ($0.name, $0.items) }, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("save \(count)") }
    try console.say(
      .array(templates.map { ["name": .string($0.name), "items": JSON($0.items.map(\.rawValue))] }), "\(count) saved.")
  }
}

struct PlanTemplateUse: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Put a template's items into a draft, each checked for this client.",
    discussion: "Every item that is left out is named, with the reason: contraindicated, or in the plan already.")

  @Argument(help: "The template.")
  var name: String
  @Argument(help: .plan, completion: .plans)
  var plan: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let plan = try await desk.findPlan(plan, console).asDraft()
    let plans = Plans(at: desk)
    let template = try await plans.template(name)
    let reasoning = try await Reasoning.current(for: plan.client, at: desk)
    let (added, leftOut) = reasoning.adding(template, to: plan)
    let reasons = leftOut.map { (item: $0.item, why: CommandError($0.why).reasons) }
    for (item, why) in reasons { console.warn((["Left out: \(item):"] + why).joined(separator: " ")) }
    let left: JSON = [
      "left_out": .array(
        reasons.map { ["item": .string($0.item.rawValue), "why": JSON($0.why)] })
    ]
    guard !console.dryRun else {
      return try console.wouldDo(
        "add \(added.count) items to plan \(plan.shortID)",
        (["items": JSON(added.map(\.item.rawValue))] as JSON).adding(left))
    }
    try await plans.setItems(plan.items + added, of: plan)
    try console.say(
      try await desk.plan("\(plan.id)").json(reasoning).adding(left),
      "\(added.count) of \(template.items.count) items added to plan \(plan.shortID).")
  }
}

struct PlanTemplateDelete: WritingCommand {
  static let configuration = CommandConfiguration(commandName: "delete", abstract: "Delete a template; plans stay.")

  @Argument(help: "The template.")
  var name: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try console.confirm("Delete the template \(name)?")
    try await desk.perform(dryRun: console.dryRun) { try await desk.deletePlanTemplate(name) }
    guard !console.dryRun else { return try console.wouldDo("delete the template \(name)") }
    try console.say(["name": .string(name), "deleted": true], "Template \(name) deleted.")
  }
}
