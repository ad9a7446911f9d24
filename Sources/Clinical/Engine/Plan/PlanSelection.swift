/// What a plan begins with, what waits for later, and the advice beside it. All are indices of items.
///
/// Few things to do are done more often than many: two exercises better than eight (Henry 1999), and above four
/// adherence falls (Bachmann 2018). Different kinds, and the order of turns, are own judgement.
struct PlanSelection {
  /// The fewest and the most things to do in the first phase.
  private static let (fewest, most) = (2, 4)
  private static let mostPhases = 3
  /// The most things that a later phase adds.
  private static let mostLater = 2
  /// The most advice that causes let in; what red flags ask for comes on top.
  private static let mostAdvice = 2

  private(set) var advice: [Int] = []
  private(set) var phases: [[Int]] = []
  /// What is part of every plan.
  private(set) var core: [Int] = []

  private let book: RuleBook
  private let facts: Facts
  private let mode: PlanDraft.Mode
  /// What asks for each item that may be done, by index of the item; empty for the others.
  private var sources: [OfferSources]
  /// The indices of the hypotheses that are at least possible, the likely ones first, then by score.
  private let likeliest: [Int]

  init(book: RuleBook, facts: Facts, mode: PlanDraft.Mode, verdicts: [PlanDraft.Verdict]) {
    self.book = book
    self.facts = facts
    self.mode = mode
    sources = Array(repeating: OfferSources(), count: book.items.count)
    for verdict in verdicts where verdict.effect ?? .caution == .caution { sources[verdict.item] = verdict.origin }
    let (levels, scores) = (facts.hypotheses, facts.scores)
    likeliest = levels.indices.filter { levels[$0] != .none }.sorted {
      (levels[$1].rank, scores[$1], $0) < (levels[$0].rank, scores[$0], $1)
    }
    let usable = verdicts.map(\.item).filter { !sources[$0].isEmpty }
    core = usable.filter { book.items[$0].isCore }
    advice = selectAdvice(usable.filter { book.items[$0].isAdvice && !book.items[$0].isCore })
    phases = selectPhases()
  }

  // MARK: advice

  /// Selects all that red flags ask for, and what likely causes put first.
  private func selectAdvice(_ usable: [Int]) -> [Int] {
    let asked = usable.filter { sources[$0].hasFlag || sources[$0].contains(.emergency) }
    let likely = likeliest.filter { facts.hypotheses[$0] == .likely }
    return asked
      + takeTurns(likely, upTo: Self.mostAdvice, firstPriorityOnly: true) { item, _ in
        book.items[item].isAdvice && !book.items[item].isCore && !asked.contains(item)
      }
  }

  // MARK: things to do

  private func selectPhases() -> [[Int]] {
    if mode == .emergency { return [] }
    var phases = [selectFirstPhase()]
    while mode == .normal, book.hasPhases, phases.count < Self.mostPhases {
      let taken = phases.flatMap(\.self)
      let next = takeTurns(likeliest, upTo: Self.mostLater) { item, chosen in
        !book.items[item].isAddedByHandOnly && !book.items[item].onlyRelieves
          && isNew(item, in: chosen, besides: taken)
      }
      if next.isEmpty { break }
      phases.append(next)
    }
    return phases.filter { !$0.isEmpty }
  }

  /// Selects what suits everyone if no cause is likely, then what helps against the likeliest causes, and in a plan without
  /// urgent flags never fewer than two.
  private func selectFirstPhase() -> [Int] {
    var phase: [Int] = []
    func addBasics(upTo limit: Int) {
      for item in book.basics.joined() where phase.count < limit && sources[item].contains(.basics) {
        if isNew(item, in: phase) { phase.append(item) }
      }
    }
    let isAnyLikely = likeliest.contains { facts.hypotheses[$0] == .likely }
    if mode == .normal, !isAnyLikely { addBasics(upTo: Self.most) }
    phase += takeTurns(likeliest, upTo: Self.most - phase.count) { item, chosen in
      !book.items[item].isAddedByHandOnly && isNew(item, in: phase + chosen)
    }
    if mode == .normal { addBasics(upTo: Self.fewest) }
    return phase
  }

  /// Whether an item is of a kind that the phase does not have yet, and does what nothing drafted does.
  private func isNew(_ item: Int, in phase: [Int], besides taken: [Int] = []) -> Bool {
    let entry = book.items[item]
    return !phase.contains { book.items[$0].category == entry.category || entry.twins.contains($0) }
      && !taken.contains { $0 == item || entry.twins.contains($0) }
  }

  /// Lets the causes take turns, each with its next item: first with all that has the best priority, then with all that has
  /// the next. The likeliest has two turns to begin.
  private func takeTurns(
    _ hypotheses: [Int], upTo limit: Int, firstPriorityOnly: Bool = false, _ fits: (Int, [Int]) -> Bool
  ) -> [Int] {
    var chosen: [Int] = []
    var turns = hypotheses.prefix(1) + hypotheses
    let priorities = Set(hypotheses.flatMap { book.hypotheses[$0].byPriority.map(\.priority) }).sorted()
    for priority in priorities where !firstPriorityOnly || priority == 1 {
      var moved = true
      while moved {
        moved = false
        for hypothesis in turns where chosen.count < limit {
          let next = book.hypotheses[hypothesis].byPriority.first { item, rank in
            rank == priority && sources[item].contains(.hypothesis(hypothesis)) && !chosen.contains(item)
              && fits(item, chosen)
          }
          guard let next else { continue }
          chosen.append(next.item)
          moved = true
        }
        turns = hypotheses[...]
      }
    }
    return chosen
  }
}
