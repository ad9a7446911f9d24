import Clinical
import Foundation

/// The words of one item of a plan.
struct ItemWording {
  let plan: PlanSource
  let content: ContentPack
  let words = standardWords

  /// Words a thing to do.
  ///
  /// - Parameters:
  ///   - isBrief: whether it waits for a later step.
  ///   - shared: the stop signs that are said elsewhere, for all things to do.
  func item(_ entry: PlanEntries.Entry, isBrief: Bool, without shared: [String]) -> Handout.Item {
    let (item, entry, number) = (entry.item, entry.entry, entry.number)
    let own = item.stopIf.filter { !shared.contains($0) }
    let afterwards = [
      isBrief ? nil : goOn(item).map { Handout.Fact(label: words.goOn, value: $0) },
      own.isEmpty ? nil : .init(label: words.stopIf, value: own.joined(separator: "; ").sentence),
      Handout.Fact(
        label: words.howSureWeAre,
        value: isBrief ? item.strength(needsCare: entry.effect != nil) : item.howSure(needsCare: entry.effect != nil)),
    ]
    let why = isBrief ? [] : [Handout.Fact(label: words.why, value: why(entry, item))]
    return Handout.Item(
      number: number, title: item.title, dose: DoseWording(item.dose).line, remarks: why + limits(entry, item),
      drawing: content.drawings[item.id],
      photo: plan.pictures[item.id].map { .init(jpeg: Data($0.jpeg), alternative: $0.alternative) },
      steps: item.steps, afterwards: afterwards.compactMap(\.self),
      isBrief: isBrief)
  }

  /// Words whom to see, or what to know.
  func advice(_ entry: PlanItem, _ item: HomeCareItem) -> Handout.Finding {
    let steps = Handout.Fact(
      label: item.isReferral ? words.whatToDo : words.whatToRemember,
      value: item.steps.joined(separator: " "))
    let stop = Handout.Fact(label: words.stopIf, value: item.stopIf.joined(separator: "; ").sentence)
    let asked = entry.sources.compactMap { content.redFlag(RedFlag.ID(rawValue: $0)) }.filter { !$0.isPrivate }
    let reason = asked.isEmpty ? why(entry, item) : asked.map(\.clientMessage.sentence).joined(separator: " ")
    let why = Handout.Fact(label: words.why, value: reason)
    return Handout.Finding(
      title: item.title,
      remarks: (item.isReferral ? [why] : []) + [steps] + (item.stopIf.isEmpty ? [] : [stop])
        + remarks(on: entry, item))
  }

  /// Words what limits an item, what the therapist notes to it, and how far research carries it.
  func remarks(on entry: PlanItem, _ item: HomeCareItem) -> [Handout.Fact] {
    limits(entry, item)
      + [.init(label: words.howSureWeAre, value: item.howSure(needsCare: entry.effect != nil))]
  }

  /// How to go on; nil where something that the item leads to is contraindicated, or to be asked about first.
  private func goOn(_ item: HomeCareItem) -> String? {
    guard !item.progression.isEmpty, content.check(item.id, for: plan.assessment)?.mayGoOn ?? true else { return nil }
    return item.progression.sentence
  }

  /// Returns the reasons of the engine in plain words, starting with the hypothesis that supports this item most.
  private func why(_ entry: PlanItem, _ item: HomeCareItem) -> String {
    if entry.sources.isEmpty { return words.chosenByTherapist }
    let ideas = plan.assessment.hypotheses.filter { entry.sources.contains($0.id.rawValue) }
      .map { (raised: $0, telling: content.telling($0, for: item)) }
      .sorted { ($0.telling.relevance, $0.raised.score) > ($1.telling.relevance, $1.raised.score) }
    var sentences: [String] = []
    if let first = ideas.first, let hypothesis = content.hypothesis(first.raised.id) {
      let seen = (first.telling.rules.nonEmpty ?? content.reasons(for: first.raised)).prefix(2).map(\.reason)
      sentences.append("\(hypothesis.title): \(seen.joined(separator: "; ")).")
      let others = ideas.dropFirst().prefix(2).compactMap { content.hypothesis($0.raised.id)?.title }
      if !others.isEmpty { sentences.append(words.alsoHelps(with: others)) }
    }
    for source in entry.sources {
      if let flag = content.redFlag(RedFlag.ID(rawValue: source)), !flag.isPrivate {
        sentences.append(flag.clientMessage.sentence)
      }
    }
    if entry.sources.contains("interest") { sentences.append(words.askedAbout) }
    if entry.sources.contains("client_uses") { sentences.append(words.alreadyUsed) }
    if entry.sources == ["basics"] { sentences.append(words.suitsEveryone) }
    if entry.sources.contains(PlanItem.askedForByCheckIns) { sentences.append(words.gotWorse) }
    if entry.sources.contains("core") { sentences.append(words.partOfEveryPlan) }
    return sentences.joined(separator: " ")
  }

  private func limits(_ entry: PlanItem, _ item: HomeCareItem) -> [Handout.Fact] {
    var facts: [Handout.Fact] = []
    let reasons = content.explained(entry.reasons, for: item)
    if !reasons.isEmpty {
      let label = entry.effect == .caution ? words.takeCare : words.askFirstLabel
      facts.append(.init(label: label, value: reasons.joined(separator: " ")))
    }
    if let override = entry.override { facts.append(.init(label: words.agreed, value: override.sentence.sentence)) }
    if let note = entry.note { facts.append(.init(label: words.note, value: note.sentence)) }
    return facts
  }
}

extension ContentPack {
  /// Returns what contraindications and flags say to the client, each once.
  ///
  /// - Parameter effect: the strength of the reasons to return; nil returns all. Advice on doing a thing with care
  ///   would contradict that it must not be done.
  func explained(
    _ reasons: [String], for item: HomeCareItem, of effect: HomeCareItem.Effect? = nil
  ) -> [String] {
    var seen: Set<String> = []
    return reasons.compactMap { reason -> String? in
      if let contraindication = item.contraindications.first(where: { $0.id.rawValue == reason }) {
        return effect == nil || effect == contraindication.effect ? contraindication.note.sentence : nil
      }
      return redFlag(RedFlag.ID(rawValue: reason)).flatMap { $0.isPrivate ? nil : $0.clientMessage.sentence }
    }.filter { seen.insert($0).inserted }
  }

  /// Returns a region of the body chart with what the client said about it.
  func mark(_ marked: MarkedRegion) -> Handout.Mark? {
    guard let region = region(marked.region) else { return nil }
    let shape = region.shape
    return Handout.Mark(
      label: region.label.capitalisedFirst, detail: marked.details(in: self),
      places: [
        .init(isFront: region.view == .front, x: shape.cx, y: shape.cy, radiusX: shape.rx, radiusY: shape.ry)
      ])
  }
}
