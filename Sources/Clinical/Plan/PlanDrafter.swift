/// Proposes home care: gathers candidates, checks each against contraindications and flags, and ticks a few.
struct PlanDrafter {
  /// A hypothesis at least possible, with its place in the pack.
  struct Raised {
    let place: Int
    let raised: Assessment.RaisedHypothesis
  }

  private struct Candidate {
    let place: Int
    var sources: [String]
    var effect: HomeCareItem.Effect?
    var reasons: [String] = []
    var isUsable: Bool { (effect ?? .caution) == .caution }
  }

  private let pack: ContentPack
  private let facts: Facts
  private let hypotheses: [Raised]
  private let flags: [Int]
  private let mode: PlanDraft.Mode
  private var candidates: [Candidate] = []
  /// Place of an item among the candidates; -1 where it is none.
  private var candidateOf: [Int]

  init(pack: ContentPack, facts: Facts, hypotheses: [Raised]) {
    self.pack = pack
    self.facts = facts
    self.hypotheses = hypotheses
    flags = pack.redFlags.indices.filter { facts.redFlags.contains(place: $0) }
    mode =
      switch flags.map({ pack.redFlags[$0].urgency }).max() {
      case .emergency: .emergency
      case .urgent: .hold
      default: .normal
      }
    candidateOf = Array(repeating: -1, count: pack.items.count)
  }

  mutating func draft() -> PlanDraft {
    gather()
    for index in candidates.indices {
      (candidates[index].effect, candidates[index].reasons) = check(candidates[index].place)
    }
    return PlanDraft(
      mode: mode,
      massage: flags.map { pack.redFlags[$0].massage }.max() ?? .ok,
      offers: candidates.map {
        .init(item: pack.items[$0.place].id, effect: $0.effect, reasons: $0.reasons, sources: $0.sources)
      },
      draft: tick(),
      usesAlerts: usesAlerts())
  }

  /// Every contraindication that holds and every flag that blocks the item; the strongest effect wins.
  func check(_ place: Int) -> (effect: HomeCareItem.Effect?, reasons: [String]) {
    let item = pack.items[place]
    var limits: [(effect: HomeCareItem.Effect, reason: String)] = []
    for contraindication in item.contraindications where contraindication.when.holds(for: facts) {
      limits.append((contraindication.effect, contraindication.id.rawValue))
    }
    for flag in flags where pack.blocks[flag].contains(place: place) {
      limits.append((.block, pack.redFlags[flag].id.rawValue))
    }
    limits.sort { $0.effect == $1.effect ? $0.reason < $1.reason : $0.effect > $1.effect }
    return (limits.first?.effect, limits.map(\.reason))
  }

  // MARK: candidates

  private mutating func gather() {
    if mode == .emergency {
      add(pack.emergencyReferral, because: "redflag")
      return
    }
    for flag in flags {
      for item in pack.redFlags[flag].suggests { add(item, because: pack.redFlags[flag].id.rawValue) }
    }
    for (place, item) in pack.items.enumerated() where item.core { add(place, because: "core") }
    for hypothesis in hypotheses {
      for suggestion in pack.hypotheses[hypothesis.place].suggests where suggestion.when?.holds(for: facts) ?? true {
        add(suggestion.item, because: hypothesis.raised.id.rawValue)
      }
    }
    if mode == .normal {
      let interests = facts.choices[pack.interests.slot]
      for (place, item) in pack.items.enumerated() {
        if interests & pack.interests.choice(of: item.category) != 0 { add(place, because: "interest") }
        if item.usesWhen?.holds(for: facts) == true { add(place, because: "client_uses") }
      }
    }
    if mode == .hold { keepSafeInHold() }
  }

  private mutating func add(_ item: HomeCareItem.ID, because source: String) {
    if let place = pack.vocabulary.items.place(of: item) { add(place, because: source) }
  }

  private mutating func add(_ place: Int, because source: String) {
    if candidateOf[place] < 0 {
      candidateOf[place] = candidates.count
      candidates.append(Candidate(place: place, sources: [source]))
    } else {
      candidates[candidateOf[place]].sources.append(source)
    }
  }

  private mutating func keepSafeInHold() {
    candidates.removeAll { !pack.items[$0.place].safeInHold }
    candidateOf = Array(repeating: -1, count: pack.items.count)
    for (index, candidate) in candidates.enumerated() { candidateOf[candidate.place] = index }
  }

  // MARK: already in use

  private func usesAlerts() -> [PlanDraft.Offer] {
    pack.items.indices.compactMap { place in
      guard pack.items[place].usesWhen?.holds(for: facts) == true else { return nil }
      let verdict = check(place)
      guard let effect = verdict.effect, effect > .caution else { return nil }
      return .init(item: pack.items[place].id, effect: effect, reasons: verdict.reasons, sources: ["client_uses"])
    }
  }

  // MARK: the pre-ticked draft

  /// At most this many exercises and habits, of which at most `perCategory` of one category: fewer is better.
  private static let limit = 8
  private static let perCategory = 2
  /// Ticked only because a flag asks for them, and not counted.
  private static let advice: Set = ["referral", "education"]
  private static let neverTicked = advice.union(["supplement", "topical", "equipment"])

  /// What flags ask for, then what helps most against the likeliest causes, then what is part of every plan.
  private func tick() -> [HomeCareItem.ID] {
    let first = candidates.filter { $0.isUsable && isTickedFirst($0) }.map(\.place)
    let picked = mode == .emergency ? [] : takeTurns(after: first)
    let everyPlan = first.filter { pack.items[$0].core }
    return (first.filter { !pack.items[$0].core } + picked + everyPlan).map { pack.items[$0].id }
  }

  private func isTickedFirst(_ candidate: Candidate) -> Bool {
    let item = pack.items[candidate.place]
    return item.core || candidate.sources == ["redflag"]
      || Self.advice.contains(item.category) && candidate.sources.contains { $0.hasPrefix("rf.") }
  }

  /// Hypotheses by score each give their next item, the top one twice in the first round, until the limit is reached.
  private func takeTurns(after first: [Int]) -> [Int] {
    var ticked = Set(first)
    var picked: [Int] = []
    var count = ticked.count { !Self.advice.contains(pack.items[$0].category) }
    var perCategory: [String: Int] = [:]
    let byScore = hypotheses.enumerated()
      .sorted { ($1.element.raised.score, $0.offset) < ($0.element.raised.score, $1.offset) }
      .map(\.element)
    let queues = Dictionary(uniqueKeysWithValues: byScore.map { ($0.place, queue(of: $0)) })
    var turns = byScore.prefix(1) + byScore
    var moved = true
    while moved {
      moved = false
      for hypothesis in turns where count < Self.limit {
        let next = queues[hypothesis.place]?.first { place in
          let category = pack.items[place].category
          return !ticked.contains(place) && perCategory[category, default: 0] < Self.perCategory
        }
        guard let next else { continue }
        perCategory[pack.items[next].category, default: 0] += 1
        ticked.insert(next)
        picked.append(next)
        count += 1
        moved = true
      }
      turns = byScore[...]
    }
    return picked
  }

  /// The hypothesis's own candidates that may be ticked, by priority and id.
  private func queue(of hypothesis: Raised) -> [Int] {
    pack.hypotheses[hypothesis.place].suggests
      .compactMap { suggestion -> (priority: Int, place: Int)? in
        guard let place = pack.vocabulary.items.place(of: suggestion.item), candidateOf[place] >= 0 else { return nil }
        let candidate = candidates[candidateOf[place]]
        let isOwn = candidate.isUsable && candidate.sources.contains(hypothesis.raised.id.rawValue)
        return isOwn && !Self.neverTicked.contains(pack.items[place].category) ? (suggestion.priority, place) : nil
      }
      .sorted { ($0.priority, pack.items[$0.place].id) < ($1.priority, pack.items[$1.place].id) }
      .map(\.place)
  }
}
