/// Drafts a plan: gathers candidates, checks each against contraindications and flags, and pre-selects a few.
struct PlanDrafter {
  private let book: RuleBook
  private let facts: Facts
  private let mode: PlanDraft.Mode
  /// What asks for each item, by index of the item.
  private var sources: [OfferSources]
  /// The items that a likely hypothesis suggests first, by index of the item.
  private var isFirstAnswer: [Bool]
  /// The items in the order in which they were first asked for.
  private var candidates: [Int] = []

  init(book: RuleBook, facts: Facts) {
    self.book = book
    self.facts = facts
    sources = Array(repeating: OfferSources(), count: book.items.count)
    isFirstAnswer = Array(repeating: false, count: book.items.count)
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
    return PlanDraft(
      mode: mode, massage: massage, verdicts: verdicts, alerts: alerts(), selected: select(verdicts), book: book)
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
        if suggestion.priority == 1 && facts.hypotheses[hypothesis] == .likely { isFirstAnswer[suggestion.item] = true }
      }
    }
    if mode == .normal { gatherRequestsOfTheClient() }
    if mode == .hold { candidates.removeAll { !book.items[$0].isSafeInHold } }
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

  // MARK: the pre-selected items

  /// The most exercises and habits that are pre-selected, and the most of one category: a short plan is followed more
  /// often (own judgement).
  private static let limit = 8
  private static let perCategory = 2

  /// Selects what flags ask for, then what helps most against the likeliest causes, then what is part of every plan.
  ///
  /// - Returns: indices of items.
  private func select(_ verdicts: [PlanDraft.Verdict]) -> [Int] {
    var isUsable = Array(repeating: false, count: book.items.count)
    var isSelected = isUsable
    var first: [Int] = []
    for verdict in verdicts where verdict.effect ?? .caution == .caution {
      isUsable[verdict.item] = true
      if isSelectedFirst(verdict.item) {
        isSelected[verdict.item] = true
        first.append(verdict.item)
      }
    }
    let picked = mode == .emergency ? [] : takeTurns(&isSelected, isUsable)
    return first.filter { !book.items[$0].isCore } + picked + first.filter { book.items[$0].isCore }
  }

  private func isSelectedFirst(_ item: Int) -> Bool {
    book.items[item].isCore || sources[item].contains(.emergency)
      || book.items[item].isAdvice && (sources[item].hasFlag || isFirstAnswer[item])
  }

  /// Lets the hypotheses take turns by score, each adding its next item, until the limit is reached. The first one adds
  /// two items in the first round.
  private func takeTurns(_ isSelected: inout [Bool], _ isUsable: [Bool]) -> [Int] {
    var picked: [Int] = []
    var count = 0
    for item in isSelected.indices where isSelected[item] && !book.items[item].isAdvice { count += 1 }
    var perCategory = Array(repeating: 0, count: book.categoryCount)
    let (levels, scores) = (facts.hypotheses, facts.scores)
    let byScore = levels.indices.filter { levels[$0] != .none }.sorted { (scores[$1], $0) < (scores[$0], $1) }
    var turns = byScore.prefix(1) + byScore
    var moved = true
    while moved {
      moved = false
      for hypothesis in turns where count < Self.limit {
        for item in book.hypotheses[hypothesis].byPriority
        where isUsable[item] && !isSelected[item] && !book.items[item].isAddedByHandOnly
          && sources[item].contains(.hypothesis(hypothesis))
          && perCategory[book.items[item].category] < Self.perCategory
        {
          perCategory[book.items[item].category] += 1
          isSelected[item] = true
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
