/// What an assessment needs of a pack, laid out for evaluation: places in place of names, and every rule in one array.
final class RuleBook: Sendable {
  /// Where a rule starts among the nodes.
  typealias Start = Int

  struct Condition: Sendable {
    let slot: Slot
    let rule: Start
  }

  struct Flag: Sendable {
    let rule: Start
    let urgency: RedFlag.Urgency
    let massage: MassageAdvice
    /// Places of items.
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
    /// In the order of the pack.
    let suggestions: [Suggestion]
    /// Places of items, by priority and id.
    let byPriority: [Int]
  }

  /// A contraindication of an item.
  struct Row: Sendable {
    let rule: Start
    let effect: HomeCareItem.Effect
  }

  struct Item: Sendable {
    /// Places of its rows.
    let rows: Range<Int>
    let usesWhen: Start?
    /// The flags that block it, by name or by tag.
    let blockedBy: BitSet
    let isCore: Bool
    let isSafeInHold: Bool
    /// The choices of the topics question that ask for it.
    let topics: BitSet
    let category: Int
    /// Referral or education: ticked only because a flag asks, and not counted.
    let isAdvice: Bool
    /// For the therapist to add by hand: supplements and things to buy.
    let isNeverTicked: Bool
  }

  /// Every rule of the pack, one after the other.
  let nodes: [Rule.Node]
  let questions: [Question.ID]
  let kinds: [Question.Kind]
  let choices: [[Question.Choice.ID]]
  let conditions: [Condition]
  let derivation: Derivation
  let findings: [FindingScale]
  let patterns: [Start]
  let flags: [Flag]
  let hypotheses: [Scored]
  let items: [Item]
  let rows: [Row]
  let categoryCount: Int
  let topicSlot: Slot
  let emergencyItem: Int?
  let blank: Facts

  // What places stand for.
  let patternIDs: [Pattern.ID]
  let flagIDs: [RedFlag.ID]
  let hypothesisIDs: [Hypothesis.ID]
  let ruleIDs: [[Hypothesis.WeightedRule.ID]]
  let itemIDs: [HomeCareItem.ID]
  let rowIDs: [[HomeCareItem.Contraindication.ID]]
  let names: Vocabulary

  init(
    names: Vocabulary, questions: [Question], findings: [FindingDefinition], patterns: [Pattern], flags: [RedFlag],
    hypotheses: [Hypothesis], items: [HomeCareItem], emergencyItem: HomeCareItem.ID, form: Fields
  ) {
    self.names = names
    self.questions = questions.map(\.id)
    kinds = questions.map(\.kind)
    choices = questions.map { $0.choices.map(\.id) }
    var nodes: [Rule.Node] = []
    conditions = questions.enumerated().compactMap { slot, question in
      question.showIf.map { Condition(slot: slot, rule: nodes.append($0)) }
    }
    derivation = Derivation(names, form)
    self.findings = findings.map(FindingScale.init)
    self.patterns = patterns.map { nodes.append($0.when) }
    self.flags = flags.map { flag in
      Flag(
        rule: nodes.append(flag.when), urgency: flag.urgency, massage: flag.massage,
        suggests: flag.suggests.compactMap(names.items.place(of:)))
    }
    self.hypotheses = hypotheses.map { Scored($0, names, &nodes) }
    let topics = Topics(names, form)
    topicSlot = topics.slot
    let categories = Array(Set(items.map(\.category)))
    categoryCount = categories.count
    var rows: [Row] = []
    self.items = items.map { item in
      let start = rows.count
      rows += item.contraindications.map { Row(rule: nodes.append($0.when), effect: $0.effect) }
      return Item(
        item, rows: start..<rows.count, usesWhen: item.usesWhen.map { nodes.append($0) },
        blockedBy: BitSet(places: flags.indices.filter { flags[$0].blocks(item) }),
        topics: topics.choice(of: item.category), category: categories.firstIndex(of: item.category) ?? 0)
    }
    self.nodes = nodes
    self.rows = rows
    self.emergencyItem = names.items.place(of: emergencyItem)
    let slots = questions.count + DerivedValue.allCases.count
    blank = Facts(
      isAnswered: Array(repeating: false, count: slots), choices: Array(repeating: 0, count: slots),
      numbers: Array(repeating: .nan, count: slots),
      findings: Array(repeating: Facts.Measurement(), count: findings.count),
      hypotheses: Array(repeating: .none, count: hypotheses.count),
      scores: Array(repeating: 0, count: hypotheses.count))
    patternIDs = patterns.map(\.id)
    flagIDs = flags.map(\.id)
    hypothesisIDs = hypotheses.map(\.id)
    ruleIDs = hypotheses.map { $0.rules.map(\.id) }
    itemIDs = items.map(\.id)
    rowIDs = items.map { $0.contraindications.map(\.id) }
    if flags.count + hypotheses.count + OfferSources.others > BitSet.bitWidth {
      form.fault("pack", "may hold at most \(BitSet.bitWidth - OfferSources.others) red flags and hypotheses together")
    }
    for item in items where item.contraindications.count > BitSet.bitWidth {
      form.fault(item.id.rawValue, "may have at most \(BitSet.bitWidth) contraindications")
    }
  }
}

extension RuleBook {
  func holds(_ rule: Start, for facts: borrowing Facts) -> Bool {
    var position = rule
    return facts.satisfy(nodes, at: &position)
  }
}

extension [Rule.Node] {
  /// - Returns: where the rule starts.
  fileprivate mutating func append(_ rule: Rule) -> RuleBook.Start {
    defer { self += rule.nodes }
    return count
  }
}

extension RuleBook.Scored {
  fileprivate init(_ hypothesis: Hypothesis, _ names: Vocabulary, _ nodes: inout [Rule.Node]) {
    requires = hypothesis.requires.map { nodes.append($0) }
    rules = hypothesis.rules.map { Weighted(rule: nodes.append($0.when), weight: $0.weight) }
    possible = min(hypothesis.possibleMinimum, hypothesis.likelyMinimum)
    likely = hypothesis.likelyMinimum
    suggestions = hypothesis.suggests.compactMap { suggestion in
      names.items.place(of: suggestion.item).map {
        Suggestion(item: $0, rule: suggestion.when.map { nodes.append($0) })
      }
    }
    byPriority = hypothesis.suggests.sorted { ($0.priority, $0.item) < ($1.priority, $1.item) }
      .compactMap { names.items.place(of: $0.item) }
  }
}

extension RuleBook.Item {
  private static let advice: Set = ["referral", "education"]
  private static let byHand: Set = ["supplement", "topical", "equipment"]

  fileprivate init(
    _ item: HomeCareItem, rows: Range<Int>, usesWhen: RuleBook.Start?, blockedBy: BitSet, topics: BitSet, category: Int
  ) {
    self.rows = rows
    self.usesWhen = usesWhen
    self.blockedBy = blockedBy
    isCore = item.core
    isSafeInHold = item.safeInHold
    self.topics = topics
    self.category = category
    isAdvice = Self.advice.contains(item.category)
    isNeverTicked = isAdvice || Self.byHand.contains(item.category)
  }
}

extension RedFlag {
  fileprivate func blocks(_ item: HomeCareItem) -> Bool {
    blockedItems.contains(item.id) || blockedTags.contains { item.tags.contains($0) }
  }
}
