import Clinical

/// The words of one item of a plan.
struct ItemWording {
  let plan: PlanSource
  let content: ContentPack
  let stepsTitle: String
  let words = standardWords

  func item(_ entry: PlanItem, _ item: HomeCareItem, number: Int) -> Handout.Item {
    let dose = DoseWording(item.dose)
    return Handout.Item(
      number: number, title: item.title, summary: dose.sentence,
      remarks: [.init(label: words.why, value: why(entry, item))] + limits(entry, item), dose: dose.figures,
      drawing: content.drawings[item.id], stepsTitle: stepsTitle, steps: item.steps,
      goOn: goOn(item), stopIf: item.stopIf)
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
      let held = hypothesis.rules.filter { first.raised.reasons.contains($0.id) }
      let seen = (first.telling.rules.nonEmpty ?? held).prefix(3).map(\.reason)
      sentences.append("\(hypothesis.title): \(seen.joined(separator: "; ")).")
      let others = ideas.dropFirst().compactMap { content.hypothesis($0.raised.id)?.title }
      if !others.isEmpty { sentences.append(words.alsoHelps(with: others)) }
    }
    for source in entry.sources {
      if let flag = content.redFlag(RedFlag.ID(rawValue: source)), !flag.isPrivate {
        sentences.append(flag.clientMessage.sentence)
      }
    }
    if entry.sources.contains("interest") { sentences.append(words.askedAbout) }
    if entry.sources.contains("client_uses") { sentences.append(words.alreadyUsed) }
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
