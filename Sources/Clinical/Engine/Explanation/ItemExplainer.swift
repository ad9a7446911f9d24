/// Explains one item: the result, what asks for it, what limits it, and what would change that.
struct ItemExplainer {
  private let pack: ContentPack
  private let assessment: Assessment
  private let item: HomeCareItem
  private let offer: PlanDraft.Offer
  private let words: FactWords
  private var explanation = Explanation()

  init(pack: ContentPack, assessment: Assessment, item: HomeCareItem, offer: PlanDraft.Offer) {
    self.pack = pack
    self.assessment = assessment
    self.item = item
    self.offer = offer
    words = FactWords(pack: pack, assessment: assessment)
  }

  mutating func explain() -> Explanation {
    explanation.add(.verdict, 0, "\(item.title) (\(item.id)): \(verdict)\(origin)")
    if offer.sources.isEmpty { addWhyNotOffered() }
    for source in offer.sources { add(source) }
    for reason in offer.reasons { addLimit(reason) }
    addEvidence()
    addWhatWouldFreeIt()
    return explanation
  }

  /// Explains the item in a few lines, with reasons but without the answers and findings behind them.
  mutating func outline(number: Int) -> Explanation {
    explanation.add(.verdict, 0, "\(number). \(item.title) (\(item.id)): \(verdict)")
    for source in offer.sources { explanation.add(.because, 1, chain(from: source)) }
    for reason in offer.reasons { explanation.add(.limit, 1, limit(reason)) }
    explanation.add(.because, 1, "\(answerWords.howSureWeAre) \(item.howSure(needsCare: offer.effect != nil))")
    return explanation
  }

  private mutating func addEvidence() {
    if !offer.mayGoOn {
      let next = item.leadsTo.compactMap { pack.item($0)?.title }.joined(separator: ", ")
      explanation.add(.limit, 0, "The client is not told how to go on: it leads to \(next).")
    }
    let sources = item.sources.compactMap { pack.source($0)?.citation }
    explanation.add(.because, 0, "\(answerWords.howSureWeAre) \(item.howSure(needsCare: offer.effect != nil))")
    for source in sources { explanation.add(.fact, 1, source) }
  }

  private var verdict: String {
    if offer.sources.isEmpty && offer.effect == nil { return "not offered; it may be added by hand" }
    let limit =
      switch offer.effect {
      case nil: "offered"
      case .caution: "offered with caution"
      case .askFirst: "only after a clinician or pharmacist agreed"
      case .block: "contraindicated"
      }
    return limit + (offer.sources.isEmpty ? "; nobody asked for it" : "")
  }

  /// Whether a new draft would include the item: the therapist may have removed it from the plan, or added it by hand.
  private var origin: String { assessment.plan.draft.contains(item.id) ? "; a new draft includes it" : "" }

  // MARK: what asks for it

  /// The most reasons shown on one line.
  private static let fewReasons = 3

  /// Names a source and the weightiest reasons behind it, on one line.
  private func chain(from source: String) -> String {
    guard let raised = assessment.hypotheses.first(where: { $0.id.rawValue == source }),
      let hypothesis = pack.hypothesis(raised.id)
    else { return name(of: source) }
    let reasons = hypothesis.rules.enumerated().filter { raised.reasons.contains($1.id) }
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element.reason)
    let more = reasons.count > Self.fewReasons ? ["\(reasons.count - Self.fewReasons) more"] : []
    return "\(hypothesis.title) (\(raised.level.rawValue)) ← "
      + (reasons.prefix(Self.fewReasons) + more).joined(separator: "; ")
  }

  /// Names a source that is not a hypothesis.
  private func name(of source: String) -> String {
    if let flag = pack.redFlag(RedFlag.ID(rawValue: source)) { return "Asked for by the red flag: \(flag.title)" }
    return switch source {
    case "client_uses": "The client says they have or use it at home"
    case "interest": "The client asked to hear about this topic"
    case "redflag": "The only item of a plan in an emergency"
    case "basics": "It suits everyone: a plan falls back on it where no cause is likely"
    default: "Part of every plan"
    }
  }

  private mutating func add(_ source: String) {
    if let raised = assessment.hypotheses.first(where: { $0.id.rawValue == source }) {
      explanation.add(raised, pack, words, depth: 0)
      addCondition(of: raised.id)
      return
    }
    explanation.add(.because, 0, name(of: source))
    if let flag = pack.redFlag(RedFlag.ID(rawValue: source)) {
      explanation.add(facts: words.lines(flag.when), depth: 1)
    } else if source == "client_uses", let rule = item.usesWhen {
      explanation.add(facts: words.lines(rule), depth: 1)
    }
  }

  private mutating func addCondition(of hypothesis: Hypothesis.ID) {
    let suggestion = pack.hypothesis(hypothesis)?.suggests.first { $0.item == item.id }
    guard let rule = suggestion?.when else { return }
    explanation.add(.because, 1, "and it fits here:")
    explanation.add(facts: words.lines(rule), depth: 2)
  }

  // MARK: what does not ask for it

  private mutating func addWhyNotOffered() {
    switch assessment.plan.mode {
    case .emergency: explanation.add(.limit, 0, "In an emergency nothing but the referral is offered.")
    case .hold where !item.safeInHold:
      explanation.add(.limit, 0, "While an urgent flag is open, only items safe in that time are offered.")
    case .hold, .normal: addWhatWouldOfferIt()
    }
  }

  private mutating func addWhatWouldOfferIt() {
    var hasSuggestion = false
    for hypothesis in pack.hypotheses {
      guard let suggestion = hypothesis.suggests.first(where: { $0.item == item.id }) else { continue }
      hasSuggestion = true
      if assessment.hypotheses.contains(where: { $0.id == hypothesis.id }) {
        explanation.add(.change, 0, "\(hypothesis.title) would ask for it if:")
        explanation.add(facts: suggestion.when.map(words.lines) ?? [], depth: 1)
        continue
      }
      let reasons = pack.trueRules(of: hypothesis.id, for: assessment)
      let score = hypothesis.rules.filter { reasons.contains($0.id) }.reduce(0) { $0 + $1.weight }
      explanation.add(
        .change, 0, "\(hypothesis.title) would ask for it at score \(hypothesis.possibleMinimum); it has \(score):")
      if let requires = hypothesis.requires, !requires.holds(for: assessment.facts) {
        explanation.add(.change, 1, "it first needs:")
        explanation.add(facts: words.lines(requires), depth: 2)
      }
      for rule in hypothesis.rules where !reasons.contains(rule.id) {
        explanation.add(.change, 1, "+\(rule.weight) \(rule.reason)")
      }
    }
    for flag in pack.redFlags where flag.suggests.contains(item.id) {
      hasSuggestion = true
      explanation.add(.change, 0, "The red flag “\(flag.title)” would ask for it.")
    }
    if !hasSuggestion { explanation.add(.change, 0, "No flag or hypothesis asks for it; add it by hand if it helps.") }
  }

  // MARK: what limits it

  private func limit(_ reason: String) -> String {
    if let row = item.contraindications.first(where: { $0.id.rawValue == reason }) {
      return "\(row.effect.words): \(row.note) (\(reason))"
    }
    return "Contraindicated by the red flag: \(pack.redFlag(RedFlag.ID(rawValue: reason))?.title ?? "") (\(reason))"
  }

  private func rule(of reason: String) -> Rule? {
    item.contraindications.first { $0.id.rawValue == reason }?.when ?? pack.redFlag(RedFlag.ID(rawValue: reason))?.when
  }

  private mutating func addLimit(_ reason: String) {
    guard let rule = rule(of: reason) else { return }
    explanation.add(.limit, 0, limit(reason))
    explanation.add(facts: words.lines(rule), depth: 1)
  }

  private mutating func addWhatWouldFreeIt() {
    guard let effect = offer.effect else { return }
    var said: Set<String> = []
    let facts = offer.reasons.compactMap(rule).flatMap(words.lines).filter { said.insert($0).inserted }
    if facts.count > 1 {
      explanation.add(.change, 0, "It would be free if none of these limited it any more:")
      explanation.add(facts: facts, depth: 1)
    } else {
      explanation.add(.change, 0, "It would be free if that changed.")
    }
    switch effect {
    case .caution: break
    case .askFirst:
      explanation.add(.change, 0, "It may be added once a named clinician or pharmacist agreed, with the date.")
    case .block: explanation.add(.change, 0, pack.overrideAuthority(for: item, offer).words)
    }
  }
}
