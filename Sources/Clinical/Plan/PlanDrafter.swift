/// Proposes home care: gathers candidates, checks each against contraindications and flags, and ticks a few.
struct PlanDrafter {
  private let book: RuleBook
  private let facts: Facts
  private let mode: PlanDraft.Mode
  private let layout: OfferSources.Layout
  /// By item.
  private var sources: [OfferSources]
  /// Items in the order in which they were first asked for.
  private var candidates: [Int] = []

  init(book: RuleBook, facts: Facts) {
    self.book = book
    self.facts = facts
    layout = OfferSources.Layout(book)
    sources = Array(repeating: OfferSources(), count: book.items.count)
    var urgency = RedFlag.Urgency.caution
    for place in book.flags.indices where facts.redFlags.contains(place: place) {
      urgency = max(urgency, book.flags[place].urgency)
    }
    mode = urgency == .emergency ? .emergency : urgency == .urgent ? .hold : .normal
  }

  mutating func draft() -> PlanDraft {
    gather()
    var verdicts: [PlanDraft.Verdict] = []
    verdicts.reserveCapacity(candidates.count)
    for item in candidates { verdicts.append(check(item)) }
    return PlanDraft(
      mode: mode, massage: massage, verdicts: verdicts, alerts: alerts(), ticked: tick(verdicts), book: book)
  }

  /// Every contraindication that holds and every flag that blocks the item; the strongest effect wins.
  func check(_ place: Int) -> PlanDraft.Verdict {
    let item = book.items[place]
    var held: BitSet = 0
    var effect: HomeCareItem.Effect?
    for row in item.rows where book.holds(book.rows[row].rule, for: facts) {
      held |= 1 << BitSet(row - item.rows.lowerBound)
      effect = max(effect ?? .caution, book.rows[row].effect)
    }
    let flags = facts.redFlags & item.blockedBy
    return PlanDraft.Verdict(
      place: place, effect: flags == 0 ? effect : .block, rows: held, flags: flags, origin: sources[place])
  }

  private var massage: MassageAdvice {
    var massage = MassageAdvice.ok
    for place in book.flags.indices where facts.redFlags.contains(place: place) {
      massage = max(massage, book.flags[place].massage)
    }
    return massage
  }

  // MARK: candidates

  private mutating func gather() {
    if mode == .emergency {
      if let item = book.emergencyItem { add(item, layout.emergency) }
      return
    }
    for flag in book.flags.indices where facts.redFlags.contains(place: flag) {
      for item in book.flags[flag].suggests { add(item, layout.flag(flag)) }
    }
    for item in book.items.indices where book.items[item].isCore { add(item, layout.core) }
    for hypothesis in book.hypotheses.indices where facts.hypotheses[hypothesis] != .none {
      for suggestion in book.hypotheses[hypothesis].suggestions where holds(suggestion.rule) ?? true {
        add(suggestion.item, layout.hypothesis(hypothesis))
      }
    }
    if mode == .normal { gatherWhatTheClientKnows() }
    if mode == .hold { candidates.removeAll { !book.items[$0].isSafeInHold } }
  }

  private mutating func gatherWhatTheClientKnows() {
    let topics = facts.choices[book.topicSlot]
    for item in book.items.indices {
      if topics & book.items[item].topics != 0 { add(item, layout.interest) }
      if holds(book.items[item].usesWhen) == true { add(item, layout.clientUses) }
    }
  }

  private mutating func add(_ item: Int, _ source: Int) {
    if sources[item].isEmpty { candidates.append(item) }
    sources[item].insert(source)
  }

  // MARK: already in use

  private func alerts() -> [PlanDraft.Verdict] {
    var alerts: [PlanDraft.Verdict] = []
    for item in book.items.indices where holds(book.items[item].usesWhen) == true {
      var alert = check(item)
      alert.origin = OfferSources()
      alert.origin.insert(layout.clientUses)
      if alert.effect ?? .caution > .caution { alerts.append(alert) }
    }
    return alerts
  }

  private func holds(_ rule: RuleBook.Start?) -> Bool? {
    guard let rule else { return nil }
    return book.holds(rule, for: facts)
  }

  // MARK: the pre-ticked draft

  /// At most this many exercises and habits, of which at most `perCategory` of one category: fewer is better.
  private static let limit = 8
  private static let perCategory = 2

  /// What flags ask for, then what helps most against the likeliest causes, then what is part of every plan.
  ///
  /// - Returns: places of items.
  private func tick(_ verdicts: [PlanDraft.Verdict]) -> [Int] {
    var isUsable = Array(repeating: false, count: book.items.count)
    var isTicked = isUsable
    var first: [Int] = []
    for verdict in verdicts where verdict.effect ?? .caution == .caution {
      isUsable[verdict.place] = true
      if isTickedFirst(verdict.place) {
        isTicked[verdict.place] = true
        first.append(verdict.place)
      }
    }
    let picked = mode == .emergency ? [] : takeTurns(&isTicked, isUsable)
    return first.filter { !book.items[$0].isCore } + picked + first.filter { book.items[$0].isCore }
  }

  private func isTickedFirst(_ item: Int) -> Bool {
    book.items[item].isCore || sources[item].contains(layout.emergency)
      || book.items[item].isAdvice && sources[item].hasFlag(layout)
  }

  /// Hypotheses by score each give their next item, the top one twice in the first round, until the limit is reached.
  private func takeTurns(_ isTicked: inout [Bool], _ isUsable: [Bool]) -> [Int] {
    var picked: [Int] = []
    var count = 0
    for item in isTicked.indices where isTicked[item] && !book.items[item].isAdvice { count += 1 }
    var perCategory = Array(repeating: 0, count: book.categoryCount)
    let (levels, scores) = (facts.hypotheses, facts.scores)
    let byScore = levels.indices.filter { levels[$0] != .none }.sorted { (scores[$1], $0) < (scores[$0], $1) }
    var turns = byScore.prefix(1) + byScore
    var moved = true
    while moved {
      moved = false
      for hypothesis in turns where count < Self.limit {
        for item in book.hypotheses[hypothesis].byPriority
        where isUsable[item] && !isTicked[item] && !book.items[item].isNeverTicked
          && sources[item].contains(layout.hypothesis(hypothesis))
          && perCategory[book.items[item].category] < Self.perCategory
        {
          perCategory[book.items[item].category] += 1
          isTicked[item] = true
          picked.append(item)
          count += 1
          moved = true
          break
        }
      }
      turns = byScore[...]
    }
    return picked
  }
}
