import Clinical
import Typesetting

extension Handout {
  /// The home-care plan a client takes along.
  package init(_ plan: PlanSource, content: ContentPack) {
    let author = PlanAuthor(plan: plan, content: content)
    self.init(
      metadata: Metadata(
        title: "Home-care plan for \(plan.clientName)".canonical,
        author: "\(plan.therapistName), \(plan.practiceName)".canonical,
        subject: author.lead.canonical, keywords: ["home care", "massage"], language: "en",
        date: plan.issuedOn.iso),
      blocks: author.blocks.map(\.canonical),
      running: Self.running(plan.clientName, plan.issuedOn.inWords))
  }
}

/// Words a plan: what goes on the sheet, in reading order.
struct PlanAuthor {
  let plan: PlanSource
  let content: ContentPack

  var blocks: [Handout.Block] {
    let (doing, asking, knowing) = (items(.doing), items(.asking), items(.knowing))
    let care = plan.assessment.plan.mode == .normal ? doing + asking : asking + doing
    // The sheet to tick off comes last: it is the one for the fridge.
    return heading + urgent + regions + findings + care + avoid + knowing + safety + closing + weeks
  }

  private var heading: [Handout.Block] {
    var facts = [
      Handout.Fact(label: "Made by", value: plan.therapistName),
      Handout.Fact(label: "Date", value: plan.issuedOn.inWords),
    ]
    if let visit = plan.nextVisit { facts.append(.init(label: "Next visit", value: visit.inWords)) }
    if let link = plan.pageLink {
      facts.append(Handout.page(at: link))
    }
    var blocks: [Handout.Block] = [
      .letterhead(name: plan.practiceName, contact: plan.practiceContact),
      .title("Your home-care plan", subtitle: plan.clientName, address: plan.pageLink), .facts(facts), .lead(lead),
    ]
    if let message = plan.message { blocks.append(.paragraph(message)) }
    return blocks
  }

  /// The one sentence to remember.
  var lead: String {
    switch plan.assessment.plan.mode {
    case .emergency: return "Please get medical help now. The rest can wait."
    case .hold: return "Please see a physician first. Until then, only do what is on this sheet."
    case .normal: break
    }
    let items = plan.items.compactMap { content.item($0.item) }
    let parts = Section.allCases.compactMap { section in
      section.counted(items.count { Section(of: $0) == section })
    }
    let opening = [parts.dropLast().joined(separator: ", "), parts.last ?? ""].filter { !$0.isEmpty }
      .joined(separator: " and ").capitalisedFirst.sentence
    return aims.isEmpty ? opening : "\(opening) Your aim: \(aims.joined(separator: "; "))."
  }

  private var aims: [String] {
    let question: Question.ID = "visit.goals"
    guard case .choices(let chosen) = plan.assessment.answers[question] else { return [] }
    return content.question(question)?.choices.filter { chosen.contains($0.id) && $0.id != "other" }
      .map(\.label.lowercasedFirst) ?? []
  }

  // MARK: what needs a clinician

  private func raised(_ urgencies: RedFlag.Urgency...) -> [RedFlag] {
    plan.assessment.redFlags.compactMap(content.redFlag).filter { urgencies.contains($0.urgency) }
  }

  private var urgent: [Handout.Block] {
    let messages = raised(.emergency, .urgent).map(\.clientMessage)
    return messages.isEmpty ? [] : [.callout(title: "Do this first", lines: messages, tone: .warning)]
  }

  private var safety: [Handout.Block] {
    var blocks: [Handout.Block] = []
    // A flag that an item of the plan answers is explained there.
    let answered = Set(plan.items.flatMap(\.sources))
    let checks = raised(.refer).filter { !answered.contains($0.id.rawValue) }.map(\.clientMessage)
    if !checks.isEmpty { blocks.append(.callout(title: "Please have this checked", lines: checks, tone: .warning)) }
    let care = raised(.caution).map(\.clientMessage)
    if !care.isEmpty { blocks.append(.callout(title: "What we keep in mind", lines: care, tone: .calm)) }
    return blocks
  }

  // MARK: what was found

  private var regions: [Handout.Block] {
    guard case .regions(let marked) = plan.assessment.answers["pain.map"], !marked.isEmpty else { return [] }
    return [.heading("Where you feel it"), .regions(marked.compactMap { content.mark($0) })]
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
          .init(label: "What we noticed:", value: seen.joined(separator: "; ").capitalisedFirst.sentence),
          .init(label: "Why it matters:", value: hypothesis.plainExplanation),
        ])
    }
    return [
      .heading("What we found"), .findings(entries),
      .note("These are working ideas that guide your plan. They are not a diagnosis."),
    ]
  }

  // MARK: what to do

  /// Where on the sheet an item belongs.
  enum Section: CaseIterable {
    case doing, asking, knowing

    init(of item: HomeCareItem) {
      switch item.category {
      case "referral": self = .asking
      case "education": self = .knowing
      default: self = .doing
      }
    }

    var title: String {
      switch self {
      case .doing: "What to do at home"
      case .asking: "Whom to see"
      case .knowing: "Good to know"
      }
    }

    /// As "two things to do at home"; nil for none.
    func counted(_ count: Int) -> String? {
      if count == 0 { return nil }
      let nouns =
        switch self {
        case .doing: ("thing to do at home", "things to do at home")
        case .asking: ("person to see", "people to see")
        case .knowing: ("thing to know", "things to know")
        }
      return "\(count.inWords) \(count == 1 ? nouns.0 : nouns.1)"
    }

    var stepsTitle: String {
      switch self {
      case .doing: Wording.howToDoIt
      case .asking: "What to do"
      case .knowing: "What to remember"
      }
    }
  }

  /// Numbered through the whole sheet, in the order it is printed.
  private func numbered(_ section: Section) -> [(number: Int, entry: PlanSource.Item, item: HomeCareItem)] {
    let known = plan.items.compactMap { entry in content.item(entry.item).map { (entry: entry, item: $0) } }
    let order: [Section] =
      plan.assessment.plan.mode == .normal ? [.doing, .asking, .knowing] : [.asking, .doing, .knowing]
    let before = order.prefix { $0 != section }
    let offset = known.count { before.contains(Section(of: $0.item)) }
    return known.filter { Section(of: $0.item) == section }.enumerated()
      .map { (offset + $0.offset + 1, $0.element.entry, $0.element.item) }
  }

  private func items(_ section: Section) -> [Handout.Block] {
    let items = numbered(section)
    if items.isEmpty { return [] }
    let wording = ItemWording(plan: plan, content: content, stepsTitle: section.stepsTitle)
    return [.heading(section.title)]
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
    return (blocked.isEmpty ? [] : [.heading("What to avoid, and why"), .remarks(blocked)])
      + (asked.isEmpty ? [] : [.heading("Ask first, and why"), .remarks(asked)])
  }

  // MARK: weeks and closing

  private var weeks: [Handout.Block] {
    let rows = numbered(.doing).map { (number: $0.number, item: $0.item) }
    let sheet = CheckOff(rows, from: plan.issuedOn, to: plan.nextVisit)
    if sheet.weeks.isEmpty { return [] }
    let boxes = "One box for each time; above four times a day, one for the day. Bring this sheet to your next visit."
    let rest = " Your plan goes on after week \(sheet.weeks.count): copy the sheet before you fill it in."
    return [.heading("Tick off each day"), .note(boxes + (sheet.isCut ? rest : ""))] + sheet.weeks.map { .week($0) }
  }

  private var closing: [Handout.Block] {
    let visit =
      plan.nextVisit.map { "We meet again on \($0.inWords). Bring this sheet and your questions." }
      ?? "Call us to book your next visit. Bring this sheet and your questions."
    let review =
      plan.contentReviewedBy.map { "Reviewed by \($0)." } ?? "This practice has not yet named a clinical reviewer."
    return [
      .heading("Next visit"), .paragraph(visit), .note(content.disclaimer),
      .note("Content version \(content.version). \(review)"),
    ]
  }
}
