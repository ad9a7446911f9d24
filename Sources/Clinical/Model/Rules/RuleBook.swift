/// The rules of a pack, laid out for evaluation: indices instead of names, and the nodes of every rule in one array.
final class RuleBook: Sendable {
  /// The position of a rule's first node in `nodes`.
  typealias Start = Int

  struct Condition: Sendable {
    let slot: Slot
    let rule: Start
  }

  struct Flag: Sendable {
    let rule: Start
    let urgency: RedFlag.Urgency
    let massage: MassageAdvice
    /// Indices of items.
    let suggests: [Int]
  }

  struct Scored: Sendable {
    struct Weighted: Sendable {
      let rule: Start
      let weight: Int
    }
    struct Suggestion: Sendable {
      let item: Int
      let rule: Start?
    }
    let requires: Start?
    let rules: [Weighted]
    let possible: Int
    let likely: Int
    /// The suggestions in the order of the pack.
    let suggestions: [Suggestion]
    /// The suggested items, as indices, by priority and id.
    let byPriority: [(item: Int, priority: Int)]
  }

  /// A contraindication of an item.
  struct Row: Sendable {
    let rule: Start
    let effect: HomeCareItem.Effect
  }

  struct Item: Sendable {
    /// The indices of its contraindications in `rows`.
    let rows: Range<Int>
    let usesWhen: Start?
    /// The indices of the items that it leads to.
    let leadsTo: [Int]
    /// The flags that block it, by its id or by one of its tags.
    let blockedBy: BitSet
    let isCore: Bool
    let isSafeInHold: Bool
    /// The choices of the topics question that ask for it.
    let topics: BitSet
    let category: Int
    /// Referral or education: pre-selected only if a flag or a likely hypothesis wants it first, and not counted.
    let isAdvice: Bool
    /// Only for the therapist to add by hand: advice, supplements and things to buy.
    let isAddedByHandOnly: Bool
    /// Whether it only relieves for now, so that it has no place in a later phase.
    let onlyRelieves: Bool
    /// The regions of the body chart that it is for.
    let regions: BitSet
    /// The indices of the items that do the same.
    let twins: Set<Int>
    /// The findings of left and right, as indices, that tell on which side a muscle is short that it is for; none for an
    /// item that is not done side by side.
    let sideFindings: [Int]
  }

  /// The nodes of every rule, one rule after the other.
  let nodes: [Rule.Node]
  let questions: [Question.ID]
  let kinds: [Question.Kind]
  let choices: [[Question.Choice.ID]]
  /// The slots of questions that are answered in the client's own words.
  let freeText: Set<Slot>
  let lexicons: [Lexicon]
  let conditions: [Condition]
  let derivation: Derivation
  let findings: [FindingDefinition]
  let patterns: [Start]
  let flags: [Flag]
  let hypotheses: [Scored]
  let items: [Item]
  let rows: [Row]
  let categoryCount: Int
  let topicSlot: Slot
  let emergencyItem: Int?
  /// What suits everyone: of each list, one item.
  let basics: [[Int]]
  let hasPhases: Bool

  // The ids behind the indices, and the indices of ids.
  let patternIDs: [Pattern.ID]
  let flagIDs: [RedFlag.ID]
  let hypothesisIDs: [Hypothesis.ID]
  let ruleIDs: [[Hypothesis.WeightedRule.ID]]
  let itemIDs: [HomeCareItem.ID]
  let rowIDs: [[HomeCareItem.Contraindication.ID]]
  let positions: ContentPositions

  /// What else may ask for an item: core, interest, client uses, emergency and basics (see `OfferSources`).
  static let sourcesBesideHypotheses = 5

  /// The most hypotheses that a pack may hold: one bit set notes which of them, and which of the other sources, asked for
  /// an item.
  static let mostHypotheses = BitSet.bitWidth - sourcesBesideHypotheses

  init(
    positions: ContentPositions, questions: [Question], findings: [FindingDefinition], patterns: [Pattern],
    lexicons: [Lexicon], flags: [RedFlag], hypotheses: [Hypothesis], items: [HomeCareItem],
    emergencyItem: HomeCareItem.ID, drafting: DraftingRules, groups: [RegionGroup],
    derivation: Derivation, topics: Topics
  ) {
    self.positions = positions
    self.questions = questions.map(\.id)
    kinds = questions.map(\.kind)
    choices = questions.map { $0.choices.map(\.id) }
    freeText = Set(questions.indices.filter { questions[$0].isFreeText })
    self.lexicons = lexicons
    var nodes: [Rule.Node] = []
    conditions = questions.enumerated().compactMap { slot, question in
      question.showIf.map { Condition(slot: slot, rule: nodes.append($0)) }
    }
    self.derivation = derivation
    self.findings = findings
    self.patterns = patterns.map { nodes.append($0.when) }
    self.flags = flags.map { flag in
      Flag(
        rule: nodes.append(flag.when), urgency: flag.urgency, massage: flag.massage,
        suggests: flag.suggests.compactMap(positions.items.index(of:)))
    }
    self.hypotheses = hypotheses.map { Scored($0, positions.items, &nodes) }
    topicSlot = topics.slot
    let categories = Array(Set(items.map(\.category)))
    categoryCount = categories.count
    var rows: [Row] = []
    self.items = items.map { item in
      let start = rows.count
      rows += item.contraindications.map { Row(rule: nodes.append($0.when), effect: $0.effect) }
      return Item(
        item, rows: start..<rows.count, usesWhen: item.usesWhen.map { nodes.append($0) },
        leadsTo: item.leadsTo.compactMap(positions.items.index(of:)),
        blockedBy: BitSet(indices: flags.indices.filter { flags[$0].blocks(item) }),
        topics: topics.choice(of: item.category), category: categories.firstIndex(of: item.category) ?? 0,
        regions: positions.regions(named: item.regions, among: groups),
        twins: Set(
          drafting.twins.filter { $0.contains(item.id) }.joined().filter { $0 != item.id }
            .compactMap(positions.items.index(of:))),
        sideFindings: findings.indices.filter { findings[$0].tellsTheSide(of: item) })
    }
    self.nodes = nodes
    self.rows = rows
    basics = drafting.basics.map { $0.compactMap(positions.items.index(of:)) }
    hasPhases = drafting.phases != nil
    self.emergencyItem = positions.items.index(of: emergencyItem)
    patternIDs = patterns.map(\.id)
    flagIDs = flags.map(\.id)
    hypothesisIDs = hypotheses.map(\.id)
    ruleIDs = hypotheses.map { $0.rules.map(\.id) }
    itemIDs = items.map(\.id)
    rowIDs = items.map { $0.contraindications.map(\.id) }
  }
}

extension [Rule.Node] {
  /// Appends a rule and returns the position of its first node.
  fileprivate mutating func append(_ rule: Rule) -> RuleBook.Start {
    defer { self += rule.nodes }
    return count
  }
}

extension RuleBook.Scored {
  fileprivate init(_ hypothesis: Hypothesis, _ items: Positions<HomeCareItem>, _ nodes: inout [Rule.Node]) {
    requires = hypothesis.requires.map { nodes.append($0) }
    rules = hypothesis.rules.map { Weighted(rule: nodes.append($0.when), weight: $0.weight) }
    possible = min(hypothesis.possibleMinimum, hypothesis.likelyMinimum)
    likely = hypothesis.likelyMinimum
    suggestions = hypothesis.suggests.compactMap { suggestion in
      items.index(of: suggestion.item).map {
        Suggestion(item: $0, rule: suggestion.when.map { nodes.append($0) })
      }
    }
    byPriority = hypothesis.suggests.sorted { ($0.priority, $0.item) < ($1.priority, $1.item) }
      .compactMap { suggestion in items.index(of: suggestion.item).map { ($0, suggestion.priority) } }
  }
}

extension RuleBook.Item {
  private static let byHand: Set = ["supplement", "topical", "equipment"]
  private static let relief: Set = ["relief_now", "heat_cold", "rest_activity"]

  fileprivate init(
    _ item: HomeCareItem, rows: Range<Int>, usesWhen: RuleBook.Start?, leadsTo: [Int], blockedBy: BitSet,
    topics: BitSet, category: Int, regions: BitSet, twins: Set<Int>, sideFindings: [Int]
  ) {
    self.rows = rows
    self.usesWhen = usesWhen
    self.leadsTo = leadsTo
    self.blockedBy = blockedBy
    isCore = item.core
    isSafeInHold = item.safeInHold
    self.topics = topics
    self.category = category
    isAdvice = !item.isThingToDo
    isAddedByHandOnly = isAdvice || Self.byHand.contains(item.category)
    onlyRelieves = Self.relief.contains(item.category)
    self.regions = regions
    self.twins = twins
    self.sideFindings = sideFindings
  }
}

extension FindingDefinition {
  /// Whether it tells on which side a muscle is short that an item is for. What is taken from the side is of the whole
  /// body, whichever side it was taken from.
  fileprivate func tellsTheSide(of item: HomeCareItem) -> Bool {
    item.dose.side != nil && sides == .lr && view != "lateral" && tight.contains(where: item.muscles.contains)
  }
}

extension ContentPositions {
  /// Returns the regions with these names, and those of the groups with these names.
  fileprivate func regions(named names: [String], among groups: [RegionGroup]) -> BitSet {
    let members = names.flatMap { name in
      groups.first { $0.id.rawValue == name }?.regions ?? [BodyRegion.ID(rawValue: name)]
    }
    return BitSet(indices: members.compactMap(regions.index(of:)))
  }
}
