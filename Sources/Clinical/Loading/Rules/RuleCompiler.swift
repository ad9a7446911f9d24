import JSON

extension Vocabulary {
  /// The point of an assessment at which a rule is evaluated: it may ask only for what is known by then.
  enum Stage: Int, Comparable {
    case form, pattern, redFlag, hypothesis, plan

    static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// Compiles the rule in the member `key`. A rule with a fault is never true.
  func rule(_ key: String, in fields: Fields, stage: Stage) -> Rule {
    guard let json = fields[key] else {
      fields.fault(key, "is missing: every such entry needs a rule")
      return .never
    }
    var compiler = RuleCompiler(vocabulary: self, stage: stage)
    do throws(RuleFault) {
      try compiler.append(json)
      return Rule(nodes: compiler.nodes)
    } catch {
      fields.fault(key, "\(error.message) in \(String(decoding: error.rule.bytes.prefix(160), as: UTF8.self))")
      return .never
    }
  }

  func optionalRule(_ key: String, in fields: Fields, stage: Stage) -> Rule? {
    fields[key] == nil ? nil : rule(key, in: fields, stage: stage)
  }
}

extension Rule {
  fileprivate static let never = Rule(nodes: [.any(size: 0)])
}

private struct RuleFault: Error {
  let message: String
  let rule: JSON
}

/// Compiles the JSON form of a rule: resolves every name and checks every type.
private struct RuleCompiler {
  let vocabulary: Vocabulary
  let stage: Vocabulary.Stage
  var nodes: [Rule.Node] = []

  mutating func append(_ rule: JSON) throws(RuleFault) {
    switch rule.members?.first?.key {
    case "all": try appendGroup(rule["all"]?.array, of: rule) { .all(size: $0) }
    case "any": try appendGroup(rule["any"]?.array, of: rule) { .any(size: $0) }
    case "not": try appendGroup(rule["not"].map { [$0] }, of: rule) { .not(size: $0) }
    case "at_least", "of":
      guard let minimum = rule["at_least"]?.integer else {
        throw RuleFault(message: "at_least needs a number", rule: rule)
      }
      try appendGroup(rule["of"]?.array, of: rule) { .atLeast(minimum, size: $0) }
    default: nodes.append(try leaf(rule))
    }
  }

  private mutating func appendGroup(_ parts: [JSON]?, of rule: JSON, _ node: (Int) -> Rule.Node) throws(RuleFault) {
    guard let parts, !parts.isEmpty else { throw RuleFault(message: "an empty group", rule: rule) }
    let start = nodes.count
    nodes.append(node(0))
    for part in parts { try append(part) }
    nodes[start] = node(nodes.count - start - 1)
  }

  private func leaf(_ rule: JSON) throws(RuleFault) -> Rule.Node {
    if let id = rule["q"]?.string { return try answerLeaf(id, rule) }
    if let id = rule["f"]?.string { return try findingLeaf(id, rule) }
    if let id = rule["says"]?.string {
      guard stage > .form else { throw RuleFault(message: "a question cannot depend on words", rule: rule) }
      return .says(try index(of: id, vocabulary.lexicons, rule))
    }
    if rule["trp"] != nil { return try triggerPointLeaf(rule) }
    if let id = rule["pattern"]?.string {
      return .pattern(try conclusion(id, vocabulary.patterns, from: .pattern, rule))
    }
    if let id = rule["rf"]?.string { return .redFlag(try conclusion(id, vocabulary.redFlags, from: .hypothesis, rule)) }
    if let id = rule["hyp"]?.string {
      guard let level = rule["min"]?.string.flatMap(Hypothesis.Level.init(rawValue:)), level != .none else {
        throw RuleFault(message: "min must be possible or likely", rule: rule)
      }
      return .hypothesis(try conclusion(id, vocabulary.hypotheses, from: .plan, rule), atLeast: level)
    }
    throw RuleFault(message: "no such form of rule", rule: rule)
  }

  private func answerLeaf(_ id: String, _ rule: JSON) throws(RuleFault) -> Rule.Node {
    if DerivedValue(rawValue: id) == nil { try reject(id, vocabulary.questions, rule) }
    let slot = vocabulary.slot(id) ?? 0
    let operation = rule["op"]?.string ?? ""
    switch (operation, vocabulary.terms[slot]) {
    case ("answered", _):
      return .answered(slot)
    case ("eq", .single(let choices)):
      return .chosen(slot, among: try indices(of: rule["v"]?.string.map { [$0] }, in: choices, rule))
    case ("in", .single(let choices)), ("has_any", .multi(let choices)):
      return .chosen(slot, among: try indices(of: rule["v"]?.strings, in: choices, rule))
    case (_, .number(let bounds)):
      let (comparison, limit) = try comparison(operation, rule)
      if let bounds, !bounds.contains(limit) {
        throw RuleFault(message: "compares \(id) with a number outside its bounds", rule: rule)
      }
      return .number(slot, comparison, limit)
    case ("region_any", .regionMap):
      return .marked(
        slot, regions: try regions(rule),
        symptoms: try indices(of: rule["symptoms"]?.strings ?? [], vocabulary.symptoms, rule),
        minimumScore: rule["min_nrs"]?.integer ?? 0)
    default:
      throw RuleFault(message: "asks \(operation) of \(id), whose type does not allow it", rule: rule)
    }
  }

  private func findingLeaf(_ id: String, _ rule: JSON) throws(RuleFault) -> Rule.Node {
    guard stage > .form else { throw RuleFault(message: "a question cannot depend on a finding", rule: rule) }
    let finding = try index(of: id, vocabulary.findings, rule)
    guard let side = rule["side"]?.string.flatMap(Rule.Side.init(rawValue:)) else {
      throw RuleFault(message: "side must be any, none, left or right", rule: rule)
    }
    let operation = rule["op"]?.string ?? ""
    switch (operation, vocabulary.findingTerms[finding]) {
    case ("sev_gte", _):
      guard let minimum = rule["v"]?.integer else {
        throw RuleFault(message: "sev_gte needs a whole number", rule: rule)
      }
      return .severity(finding: finding, side, atLeast: minimum)
    case ("positive", .single(let choices)) where choices.ids == FindingDefinition.Choice.testResults.map(\.id):
      return .found(finding: finding, side, choice: FindingDefinition.Choice.positiveResult)
    case ("eq", .single(let choices)):
      guard let choice = rule["v"]?.string else { throw RuleFault(message: "v must name a choice", rule: rule) }
      return .found(finding: finding, side, choice: try index(of: choice, in: choices, rule))
    case (_, .number):
      let (comparison, limit) = try comparison(operation, rule)
      return .measured(finding: finding, side, comparison, limit)
    default:
      throw RuleFault(message: "asks \(operation) of \(id), whose kind does not allow it", rule: rule)
    }
  }

  private func triggerPointLeaf(_ rule: JSON) throws(RuleFault) -> Rule.Node {
    guard stage > .form else { throw RuleFault(message: "a question cannot depend on a trigger point", rule: rule) }
    guard let muscles = rule["trp"]?.strings, let status = rule["status"]?.string, ["any", "active"].contains(status),
      let minimum = rule["min_grade"]?.integer
    else { throw RuleFault(message: "a trigger point needs muscles, status any or active, and min_grade", rule: rule) }
    return .triggerPoint(
      muscles: muscles == ["*"] ? 0 : try indices(of: muscles, vocabulary.muscles, rule),
      activeOnly: status == "active",
      minimumTenderness: minimum)
  }

  private func comparison(_ operation: String, _ rule: JSON) throws(RuleFault) -> (Rule.Comparison, Double) {
    guard let comparison = Rule.Comparison(rawValue: operation), let limit = rule["v"]?.number else {
      throw RuleFault(message: "a number can only be compared (gte, gt, lte, lt) with a number", rule: rule)
    }
    return (comparison, limit)
  }

  private func conclusion<Named>(_ id: String, _ names: Names<Named>, from first: Vocabulary.Stage, _ rule: JSON)
    throws(RuleFault) -> Int
  {
    guard stage >= first else {
      throw RuleFault(message: "asks for a \(names.noun), which is concluded later", rule: rule)
    }
    return try index(of: id, names, rule)
  }

  private func index<Named>(of id: String, _ names: Names<Named>, _ rule: JSON) throws(RuleFault) -> Int {
    try reject(id, names, rule)
    return names.index(of: id) ?? 0
  }

  private func reject<Named>(_ id: String, _ names: Names<Named>, _ rule: JSON) throws(RuleFault) {
    if let objection = names.objection(to: id) { throw RuleFault(message: objection, rule: rule) }
  }

  private func regions(_ rule: JSON) throws(RuleFault) -> BitSet {
    var regions: BitSet = 0
    for name in rule["v"]?.strings ?? [] {
      guard let named = vocabulary.regions(named: name) else {
        throw RuleFault(message: "names \(name), which is neither a region nor a group", rule: rule)
      }
      regions |= named
    }
    guard regions != 0 else { throw RuleFault(message: "names no region", rule: rule) }
    return regions
  }

  private func indices(of ids: [String]?, in choices: Vocabulary.Choices, _ rule: JSON) throws(RuleFault) -> BitSet {
    guard let ids, !ids.isEmpty else { throw RuleFault(message: "v must name choices", rule: rule) }
    var indices: BitSet = 0
    for id in ids { indices |= BitSet(index: try index(of: id, in: choices, rule)) }
    return indices
  }

  private func index(of id: String, in choices: Vocabulary.Choices, _ rule: JSON) throws(RuleFault) -> Int {
    guard let index = choices.ids.firstIndex(of: id) else {
      throw RuleFault(message: "names the choice \(id), which is not among the choices: correct the id", rule: rule)
    }
    if choices.retired.contains(id) {
      throw RuleFault(message: "names the choice \(id), which is retired: name another", rule: rule)
    }
    return index
  }

  private func indices<Named>(of ids: [String], _ names: Names<Named>, _ rule: JSON) throws(RuleFault) -> BitSet {
    var indices: BitSet = 0
    for id in ids { indices |= BitSet(index: try index(of: id, names, rule)) }
    return indices
  }
}
