/// Drafts a plan: gathers candidates, checks each against contraindications and flags, and pre-selects a few.
struct PlanDrafter {
  private let book: RuleBook
  private let facts: Facts
  private let mode: PlanDraft.Mode
  /// What asks for each item, by index of the item.
  private var sources: [OfferSources]
  /// The items in the order in which they were first asked for.
  private var candidates: [Int] = []

  init(book: RuleBook, facts: Facts) {
    self.book = book
    self.facts = facts
    sources = Array(repeating: OfferSources(), count: book.items.count)
    var urgency = RedFlag.Urgency.caution
    for flag in book.flags.indices where facts.redFlags.contains(index: flag) {
      urgency = max(urgency, book.flags[flag].urgency)
    }
    mode = urgency == .emergency ? .emergency : urgency == .urgent ? .hold : .normal
  }

  mutating func draft() -> PlanDraft {
    gather()
    var verdicts: [PlanDraft.Verdict] = []
    verdicts.reserveCapacity(candidates.count)
    for item in candidates { verdicts.append(check(item)) }
    let selection = PlanSelection(book: book, facts: facts, mode: mode, verdicts: verdicts)
    let selected = selection.phases.joined()
    return PlanDraft(
      mode: mode, massage: massage, verdicts: verdicts, alerts: alerts(), advice: selection.advice,
      phases: selection.phases, core: selection.core,
      sides: Dictionary(uniqueKeysWithValues: selected.compactMap { item in side(of: item).map { (item, $0) } }),
      book: book)
  }

  /// Returns the one side on which the muscles are short that an item is for; nil if both are, or one was not looked at.
  /// Doing it on that side only is own judgement.
  private func side(of index: Int) -> Dose.Side? {
    let found = book.items[index].sideFindings.map { facts.findings[$0].severity }.filter { $0.worse ?? 0 > 0 }
    if found.isEmpty { return nil }
    if found.allSatisfy({ $0.left ?? 0 > 0 && $0.right == 0 }) { return .left }
    return found.allSatisfy { $0.right ?? 0 > 0 && $0.left == 0 } ? .right : nil
  }

  /// Finds every contraindication that applies and every flag that blocks the item; the strongest effect wins.
  ///
  /// - Parameter index: the index of the item.
  func check(_ index: Int) -> PlanDraft.Verdict {
    let limits = limits(on: index)
    let mayGoOn = book.items[index].leadsTo.allSatisfy { self.limits(on: $0).effect ?? .caution == .caution }
    return PlanDraft.Verdict(
      item: index, effect: limits.effect, rows: limits.rows, flags: limits.flags, mayGoOn: mayGoOn,
      origin: sources[index])
  }

  private func limits(on index: Int) -> (effect: HomeCareItem.Effect?, rows: BitSet, flags: BitSet) {
    let item = book.items[index]
    var applying: BitSet = 0
    var effect: HomeCareItem.Effect?
    for row in item.rows where book.holds(book.rows[row].rule, for: facts) {
      applying |= BitSet(index: row - item.rows.lowerBound)
      effect = max(effect ?? .caution, book.rows[row].effect)
    }
    let flags = facts.redFlags & item.blockedBy
    return (flags == 0 ? effect : .block, applying, flags)
  }

  private var massage: MassageAdvice {
    var massage = MassageAdvice.ok
    for flag in book.flags.indices where facts.redFlags.contains(index: flag) {
      massage = max(massage, book.flags[flag].massage)
    }
    return massage
  }

  // MARK: candidates

  private mutating func gather() {
    if mode == .emergency {
      if let item = book.emergencyItem { add(item, .emergency) }
      return
    }
    for flag in book.flags.indices where facts.redFlags.contains(index: flag) {
      for item in book.flags[flag].suggests { add(item, .flag(flag)) }
    }
    for item in book.items.indices where book.items[item].isCore { add(item, .core) }
    for hypothesis in book.hypotheses.indices where facts.hypotheses[hypothesis] != .none {
      for suggestion in book.hypotheses[hypothesis].suggestions where holds(suggestion.rule) ?? true {
        add(suggestion.item, .hypothesis(hypothesis))
      }
    }
    if mode == .normal {
      gatherBasics()
      gatherRequestsOfTheClient()
    }
    if mode == .hold { candidates.removeAll { !book.items[$0].isSafeInHold } }
  }

  /// Adds what suits everyone: of each list the first item for where it hurts, or else the first that may be done.
  private mutating func gatherBasics() {
    let chart = book.positions.questions.index(of: "pain.map")
    let marked = BitSet(indices: facts.chart.filter { $0.slot == chart }.map(\.region))
    for list in book.basics {
      let usable = list.filter { limits(on: $0).effect ?? .caution == .caution }
      if let item = usable.first(where: { book.items[$0].regions & marked != 0 }) ?? usable.first {
        add(item, .basics)
      }
    }
  }

  private mutating func gatherRequestsOfTheClient() {
    let topics = facts.choices[book.topicSlot]
    for item in book.items.indices {
      if topics & book.items[item].topics != 0 { add(item, .interest) }
      if holds(book.items[item].usesWhen) == true { add(item, .clientUses) }
    }
  }

  private mutating func add(_ item: Int, _ source: OfferSources.Source) {
    if sources[item].isEmpty { candidates.append(item) }
    sources[item].insert(source)
  }

  // MARK: already in use

  private func alerts() -> [PlanDraft.Verdict] {
    var alerts: [PlanDraft.Verdict] = []
    for item in book.items.indices where holds(book.items[item].usesWhen) == true {
      var alert = check(item)
      alert.origin = OfferSources()
      alert.origin.insert(.clientUses)
      if alert.effect ?? .caution > .caution { alerts.append(alert) }
    }
    return alerts
  }

  private func holds(_ rule: RuleBook.Start?) -> Bool? {
    guard let rule else { return nil }
    return book.holds(rule, for: facts)
  }
}
