import Clinical
import Typesetting

extension Handout {
  /// Makes the home-care plan that a client takes home.
  package init(_ plan: PlanSource, content: ContentPack) {
    let (author, words) = (PlanAuthor(plan: plan, content: content), standardWords)
    self.init(
      metadata: Metadata(
        title: words.planTitle(client: plan.clientName).canonical,
        author: "\(plan.therapistName), \(plan.practiceName)".canonical,
        subject: author.lead.canonical, keywords: words.planKeywords, language: words.language,
        date: plan.issuedOn.iso),
      blocks: author.blocks.map(\.canonical),
      running: Self.running(plan.clientName, words.day(plan.issuedOn)))
  }
}

/// The author of a plan: it decides what the document says, in reading order.
struct PlanAuthor {
  let plan: PlanSource
  let content: ContentPack
  let words = standardWords

  var blocks: [Handout.Block] {
    let (doing, asking, knowing) = (items(.doing), items(.asking), items(.knowing))
    let care = plan.assessment.plan.mode == .normal ? doing + asking : asking + doing
    // The page to tick off comes last, because it is the one to put on the fridge.
    return heading + urgent + regions + findings + care + avoid + knowing + safety + closing + weeks
  }

  private var heading: [Handout.Block] {
    var facts = [
      Handout.Fact(label: words.madeBy, value: plan.therapistName),
      Handout.Fact(label: words.date, value: words.day(plan.issuedOn)),
    ]
    if let visit = plan.nextVisit { facts.append(.init(label: words.nextVisit, value: words.day(visit))) }
    if let link = plan.pageLink { facts.append(.init(label: words.clientPage, pageAt: link)) }
    var blocks: [Handout.Block] = [
      .letterhead(name: plan.practiceName, contact: plan.practiceContact),
      .title(words.planHeading, subtitle: plan.clientName, address: plan.pageLink), .facts(facts), .lead(lead),
    ]
    if let message = plan.message { blocks.append(.paragraph(message)) }
    return blocks
  }

  /// The one sentence to remember.
  var lead: String {
    switch plan.assessment.plan.mode {
    case .emergency: return words.leadInEmergency
    case .hold: return words.leadOnHold
    case .normal: break
    }
    let items = plan.items.compactMap { content.item($0.item) }
    let counts = PlanSection.allCases.map { section in (section, items.count { PlanSection(of: $0) == section }) }
    return words.lead(counts, aims: aims)
  }

  private var aims: [String] {
    let question: Question.ID = "visit.goals"
    guard case .choices(let chosen) = plan.assessment.answers[question] else { return [] }
    return content.question(question)?.choices.filter { chosen.contains($0.id) && $0.id != "other" }.map(\.label) ?? []
  }

  // MARK: what needs a clinician

  private func raised(_ urgencies: RedFlag.Urgency...) -> [RedFlag] {
    plan.assessment.redFlags.compactMap(content.redFlag).filter { urgencies.contains($0.urgency) && !$0.isPrivate }
  }

  private var urgent: [Handout.Block] {
    let messages = raised(.emergency, .urgent).map(\.clientMessage)
    return messages.isEmpty ? [] : [.callout(title: words.doThisFirst, lines: messages, tone: .warning)]
  }

  private var safety: [Handout.Block] {
    var blocks: [Handout.Block] = []
    // A flag is explained at the item that responds to it, if there is one.
    let answered = Set(plan.items.flatMap(\.sources))
    let checks = raised(.refer).filter { !answered.contains($0.id.rawValue) }.map(\.clientMessage)
    if !checks.isEmpty { blocks.append(.callout(title: words.haveThisChecked, lines: checks, tone: .warning)) }
    let care = raised(.caution).map(\.clientMessage)
    if !care.isEmpty { blocks.append(.callout(title: words.keptInMind, lines: care, tone: .calm)) }
    return blocks
  }

  // MARK: what was found

  private var regions: [Handout.Block] {
    guard case .regions(let marked) = plan.assessment.answers["pain.map"], !marked.isEmpty else { return [] }
    return [.heading(words.painRegions), .regions(marked.compactMap { content.mark($0) })]
  }

  private var findings: [Handout.Block] {
    let named = Set(plan.items.flatMap(\.sources))
    let raised = plan.assessment.hypotheses.filter { $0.level != .none }
      .sorted { ($0.score, $1.id) > ($1.score, $0.id) }
    let shown = raised.filter { named.contains($0.id.rawValue) }.prefix(4)
    if shown.isEmpty { return [] }
    let entries = shown.compactMap { entry -> Handout.Finding? in
      guard let hypothesis = content.hypothesis(entry.id) else { return nil }
      let seen = hypothesis.rules.filter { entry.reasons.contains($0.id) }.map(\.reason)
      return Handout.Finding(
        title: hypothesis.title,
        remarks: [
          .init(label: words.findingNoticed, value: seen.joined(separator: "; ").capitalisedFirst.sentence),
          .init(label: words.findingMatters, value: hypothesis.plainExplanation),
        ])
    }
    return [
      .heading(words.findings), .findings(entries),
      .note(words.findingsAreNoDiagnosis),
    ]
  }

  // MARK: what to do

  /// Returns the items of a section with their numbers, which count through the whole plan in the order of printing.
  private func numbered(_ section: PlanSection) -> [(number: Int, entry: PlanItem, item: HomeCareItem)] {
    let known = plan.items.compactMap { entry in content.item(entry.item).map { (entry: entry, item: $0) } }
    let order: [PlanSection] =
      plan.assessment.plan.mode == .normal ? [.doing, .asking, .knowing] : [.asking, .doing, .knowing]
    let before = order.prefix { $0 != section }
    let offset = known.count { before.contains(PlanSection(of: $0.item)) }
    return known.filter { PlanSection(of: $0.item) == section }.enumerated()
      .map { (offset + $0.offset + 1, $0.element.entry, $0.element.item) }
  }

  private func items(_ section: PlanSection) -> [Handout.Block] {
    let items = numbered(section)
    if items.isEmpty { return [] }
    let wording = ItemWording(plan: plan, content: content, stepsTitle: words.stepsTitle(in: section))
    return [.heading(words.title(of: section))]
      + items.map { .item(wording.item($0.entry, $0.item, number: $0.number)) }
  }

  // MARK: what not to do

  private var avoid: [Handout.Block] {
    let chosen = Set(plan.items.map(\.item))
    let offers = plan.assessment.plan.usesAlerts + plan.assessment.plan.offers
    var seen: Set<HomeCareItem.ID> = []
    let limited = offers.filter { !chosen.contains($0.item) && seen.insert($0.item).inserted }
    func entries(_ effect: HomeCareItem.Effect) -> [Handout.Fact] {
      limited.filter { $0.effect == effect }.compactMap { offer in
        guard let item = content.item(offer.item) else { return nil }
        let why = content.explained(offer.reasons, for: item, of: effect).joined(separator: " ")
        return Handout.Fact(label: "\(item.title):", value: why)
      }
    }
    let (blocked, asked) = (entries(.block), entries(.askFirst))
    return (blocked.isEmpty ? [] : [.heading(words.avoid), .remarks(blocked)])
      + (asked.isEmpty ? [] : [.heading(words.askFirst), .remarks(asked)])
  }

  // MARK: weeks and closing

  private var weeks: [Handout.Block] {
    let rows = numbered(.doing).map { (number: $0.number, item: $0.item) }
    let sheet = CheckOff(rows, from: plan.issuedOn, to: plan.nextVisit)
    if sheet.weeks.isEmpty { return [] }
    let hints = [words.tickOffHint] + (sheet.isCut ? [words.tickOffGoesOn(afterWeek: sheet.weeks.count)] : [])
    return [.heading(words.tickOff), .note(hints.joined(separator: " "))] + sheet.weeks.map { .week($0) }
  }

  private var closing: [Handout.Block] {
    return [
      .heading(words.nextVisit), .paragraph(plan.nextVisit.map(words.meetAgain) ?? words.bookNextVisit),
      .note(content.disclaimer), .note(words.contentReviewed(version: content.version, by: plan.contentReviewedBy)),
    ]
  }
}
