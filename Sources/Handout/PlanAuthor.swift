import Clinical
import Typesetting

/// The author of a plan: it decides what the document says, in reading order.
struct PlanAuthor {
  private let plan: PlanSource
  private let content: ContentPack
  private let entries: PlanEntries
  private let wording: ItemWording
  private var words: any HandoutWords { standardWords }

  /// The most causes on paper: enough to answer what the client asked, and few enough to be read.
  private static let mostCauses = 3
  private static let fewestCauses = 2
  /// The most things in a list of what to avoid.
  private static let mostToAvoid = 8

  init(plan: PlanSource, content: ContentPack) {
    self.plan = plan
    self.content = content
    entries = PlanEntries(plan.items, in: content)
    wording = ItemWording(plan: plan, content: content)
  }

  /// First what cannot wait and whom to see, then what is behind it, what to do today and what waits. The sheet to tick
  /// off comes last, because it is the one to put on the fridge.
  var blocks: [Handout.Block] {
    heading + urgent + asking + causes + doing + helpSigns + knowing + avoid + regions + closing + calendar
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
    if let replaced = plan.replaces { blocks.insert(replaced.block(words), at: blocks.endIndex - 1) }
    if let message = plan.message { blocks.append(.paragraph(message)) }
    return blocks
  }

  /// The one sentence to remember.
  var lead: String {
    switch plan.assessment.plan.mode {
    case .emergency: words.leadInEmergency
    case .hold: words.leadOnHold
    case .normal:
      words.lead(
        things: entries.now.count, minutes: entries.now.map(\.item).minutesADay,
        people: entries.asking.count, aims: aims)
    }
  }

  private var aims: [String] {
    let question: Question.ID = "visit.goals"
    guard case .choices(let chosen) = plan.assessment.answers[question] else { return [] }
    return content.question(question)?.choices.filter { chosen.contains($0.id) && $0.id != "other" }.map(\.label) ?? []
  }

  // MARK: what cannot wait

  private func raised(_ urgencies: RedFlag.Urgency...) -> [RedFlag] {
    plan.assessment.redFlags.compactMap(content.redFlag).filter { urgencies.contains($0.urgency) && !$0.isPrivate }
  }

  private var urgent: [Handout.Block] {
    let messages = raised(.emergency, .urgent).map(\.clientMessage)
    return messages.isEmpty ? [] : [.callout(title: words.doThisFirst, lines: messages, tone: .warning)]
  }

  /// Whom to see, and what else should be looked at. A flag is explained at the item that answers it, if there is one.
  private var asking: [Handout.Block] {
    let answered = Set(plan.items.flatMap(\.sources))
    let checks = raised(.refer).filter { !answered.contains($0.id.rawValue) }.map(\.clientMessage)
    let callout: [Handout.Block] =
      checks.isEmpty ? [] : [.callout(title: words.haveThisChecked, lines: checks, tone: .warning)]
    return told(entries.asking, under: words.whomToSee) + callout
  }

  /// Tells whom to see or what to know. A reason that was said before is not said again in full.
  private func told(_ entries: [PlanEntries.Entry], under title: String) -> [Handout.Block] {
    if entries.isEmpty { return [] }
    var said: Set<String> = []
    let findings = entries.map { entry in
      var finding = wording.advice(entry.entry, entry.item)
      for index in finding.remarks.indices where finding.remarks[index].label == words.why {
        let isNew = said.insert(finding.remarks[index].value).inserted
        if !isNew { finding.remarks[index].value = words.sameReason }
      }
      return finding
    }
    return [.heading(title), .findings(findings)]
  }

  private var helpSigns: [Handout.Block] {
    entries.helpSigns.map { entry in
      let remarks = wording.remarks(on: entry.entry, entry.item).map { "\($0.label) \($0.value)" }
      return .callout(title: entry.item.title, lines: entry.item.steps + remarks, tone: .help)
    }
  }

  // MARK: what is behind it

  /// The likely causes that the plan answers, and of the possible ones those that clients ask about themselves, and as many
  /// more as it takes to name two.
  private var causes: [Handout.Block] {
    let answered = Set(plan.items.flatMap(\.sources))
    let raised = plan.assessment.hypotheses.sorted { ($0.level, $0.score, $1.id) > ($1.level, $1.score, $0.id) }
    let likely = raised.filter { $0.level == .likely }
    let first = likely.filter { answered.contains($0.id.rawValue) }.prefix(Self.mostCauses)
    let possible = raised.filter { $0.level == .possible && answered.contains($0.id.rawValue) }
    let asked = possible.filter { content.hypothesis($0.id)?.isAsked == true }.prefix(Self.mostCauses - first.count)
    let others = possible.filter { one in !asked.contains { $0.id == one.id } }
    let shown = first + asked + others.prefix(max(0, Self.fewestCauses - first.count - asked.count))
    if shown.isEmpty { return [] }
    return [.heading(words.findings), .note(words.findingsAreNoDiagnosis), .findings(shown.compactMap(cause))]
  }

  private func cause(_ raised: Assessment.RaisedHypothesis) -> Handout.Finding? {
    guard let hypothesis = content.hypothesis(raised.id) else { return nil }
    let seen = content.reasons(for: raised).sorted { $0.weight > $1.weight }.prefix(3).map(\.reason)
    return Handout.Finding(
      title: words.cause(hypothesis.title, isLikely: raised.level == .likely),
      remarks: [
        .init(label: words.findingMatters, value: hypothesis.plainExplanation),
        .init(label: words.findingNoticed, value: seen.joined(separator: "; ").capitalisedFirst.sentence),
        .init(label: words.howSureWeAre, value: hypothesis.howSure),
      ])
  }

  // MARK: what to do

  private var doing: [Handout.Block] {
    if entries.now.isEmpty { return [] }
    let shared = entries.sharedStopSigns
    let stop: [Handout.Block] =
      shared.isEmpty ? [] : [.callout(title: words.stopWhateverYouDo, lines: shared, tone: .warning)]
    return [.heading(words.doNow)] + stop
      + entries.now.map { .item(wording.item($0, isBrief: false, without: shared)) }
      + later(without: shared)
  }

  /// - Parameter shared: the stop signs that stand before everything to do.
  private func later(without shared: [String]) -> [Handout.Block] {
    entries.later.enumerated().flatMap { index, step -> [Handout.Block] in
      let conditions = index == 0 ? content.drafting.phases.map(conditions) ?? [] : []
      return [.heading(words.step(step.phase))] + conditions
        + step.entries.map { .item(wording.item($0, isBrief: true, without: shared)) }
    }
  }

  private func conditions(_ phases: DraftingRules.Phases) -> [Handout.Block] {
    [
      .remarks([
        .init(label: words.goOnWhen, value: phases.goOn), .init(label: words.goBackWhen, value: phases.goBack),
      ]),
      .note(words.fourAreEnough),
    ]
  }

  // MARK: what to know, and what not to do

  private var knowing: [Handout.Block] {
    let care = raised(.caution).map(\.clientMessage)
    return told(entries.knowing, under: words.goodToKnow)
      + (care.isEmpty ? [] : [.callout(title: words.keptInMind, lines: care, tone: .calm)])
  }

  private var regions: [Handout.Block] {
    guard case .regions(let marked) = plan.assessment.answers["pain.map"], !marked.isEmpty else { return [] }
    return [.heading(words.painRegions), .regions(marked.compactMap { content.mark($0) })]
  }

  private var avoid: [Handout.Block] {
    let chosen = Set(plan.items.map(\.item))
    let offers = plan.assessment.plan.usesAlerts + plan.assessment.plan.offers
    var seen: Set<HomeCareItem.ID> = []
    // What the client has or asked about comes first; nobody needs to be kept from what nobody proposed.
    let limited = offers.filter { !chosen.contains($0.item) && seen.insert($0.item).inserted }
    let isWished = { (offer: PlanDraft.Offer) in offer.sources.contains { ["client_uses", "interest"].contains($0) } }
    let sorted = limited.filter(isWished) + limited.filter { !isWished($0) }
    func entries(_ effect: HomeCareItem.Effect) -> [Handout.Fact] {
      var groups: [(things: [String], why: String)] = []
      for offer in sorted.filter({ $0.effect == effect }).prefix(Self.mostToAvoid) {
        guard let item = content.item(offer.item) else { continue }
        let why = content.explained(offer.reasons, for: item, of: effect).joined(separator: " ")
        if let same = groups.firstIndex(where: { $0.why == why }) {
          groups[same].things.append(item.thing)
        } else {
          groups.append(([item.thing], why))
        }
      }
      return groups.map { Handout.Fact(label: "\($0.things.joined(separator: "; ")):", value: $0.why) }
    }
    let (blocked, asked) = (entries(.block), entries(.askFirst))
    return (blocked.isEmpty ? [] : [.heading(words.avoid), .remarks(blocked)])
      + (asked.isEmpty ? [] : [.heading(words.askFirst), .remarks(asked)])
  }

  // MARK: closing

  private var calendar: [Handout.Block] {
    let sheet = CheckOff(entries, from: plan.issuedOn, to: plan.nextVisit)
    guard let calendar = sheet.calendar else { return [] }
    let hints = [words.tickOffHint] + (sheet.isCut ? [words.tickOffGoesOn(afterWeek: sheet.weeks)] : [])
    return [.heading(words.tickOff), .note(hints.joined(separator: " ")), .calendar(calendar)]
  }

  private var closing: [Handout.Block] {
    [
      .paragraph(plan.nextVisit.map(words.meetAgain) ?? words.bookNextVisit), .note(content.disclaimer),
      .note(words.contentReviewed(version: content.version, by: plan.contentReviewedBy)),
    ]
  }
}

extension HomeCareItem {
  /// What an item is about: the title of an item of the content without what follows a colon, such as "facts".
  fileprivate var thing: String {
    id.rawValue.hasPrefix(OwnItem.prefix) ? title : String(title.prefix { $0 != ":" })
  }
}
