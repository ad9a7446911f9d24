import Clinical

extension ContentPack {
  /// Returns the rules of a hypothesis that were met and support an item, the most relevant first, with the relevance
  /// of the first. There are none if no rule is about what the item is for.
  func telling(
    _ raised: Assessment.RaisedHypothesis, for item: HomeCareItem
  ) -> (rules: [Hypothesis.WeightedRule], relevance: Relevance) {
    guard let hypothesis = hypothesis(raised.id) else { return ([], .none) }
    let condition = hypothesis.suggests.first { $0.item == item.id }?.when
    let (asked, target) = (condition.map(subjects) ?? [], target(of: item))
    let rules = reasons(for: raised).map { rule in
      let subjects = subjects(of: rule.when)
      return (rule: rule, relevance: Relevance(subjects, asked: asked, target: target))
    }
    let telling = rules.filter { $0.relevance > .none }
      .sorted { ($0.relevance, $0.rule.weight) > ($1.relevance, $1.rule.weight) }
    return (telling.map(\.rule), telling.first?.relevance ?? .none)
  }

  /// Returns the facts that a rule asks about, and the muscles that explain a finding.
  private func subjects(of rule: Rule) -> Set<Subject> {
    var subjects: Set<Subject> = []
    for node in rule.nodes {
      switch node {
      case .severity(let finding, _, _), .measured(let finding, _, _, _), .found(let finding, _, _):
        subjects.insert(.fact("finding", finding))
        subjects.formUnion((findings[finding].tight + findings[finding].weak).map(Subject.muscle))
      case .marked(_, let marked, _, _):
        subjects.formUnion(regions.indices.filter { marked & (1 << BitSet($0)) != 0 }.map { .region(regions[$0].id) })
      case .triggerPoint(let among, _, _):
        subjects.formUnion(muscles.indices.filter { among & (1 << BitSet($0)) != 0 }.map { .muscle(muscles[$0].id) })
      case .chosen(let slot, _), .number(let slot, _, _), .answered(let slot): subjects.insert(.fact("answer", slot))
      case .pattern(let place): subjects.insert(.fact("pattern", place))
      case .says, .redFlag, .hypothesis, .all, .any, .not, .atLeast: break
      }
    }
    return subjects
  }

  private func target(of item: HomeCareItem) -> Set<Subject> {
    let places = item.regions.flatMap { name in
      group(.init(rawValue: name))?.regions ?? [BodyRegion.ID(rawValue: name)]
    }
    return Set(item.muscles.map(Subject.muscle)).union(places.map(Subject.region))
  }
}

/// A fact that a rule asks about, or a place that an item works on.
private enum Subject: Hashable {
  case fact(String, Int)
  case muscle(Muscle.ID)
  case region(BodyRegion.ID)
}

/// The closeness of a reason to an item.
enum Relevance: Int, Comparable {
  case none
  /// The reason is about a region that the item is for.
  case place
  /// The reason is about a muscle that the item is for.
  case muscle
  /// The reason is why the hypothesis suggests the item.
  case condition

  fileprivate init(_ subjects: Set<Subject>, asked: Set<Subject>, target: Set<Subject>) {
    let shared = subjects.intersection(target)
    if subjects.contains(where: { if case .fact = $0 { asked.contains($0) } else { false } }) {
      self = .condition
    } else if shared.contains(where: { if case .muscle = $0 { true } else { false } }) {
      self = .muscle
    } else {
      self = shared.isEmpty ? .none : .place
    }
  }

  static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
