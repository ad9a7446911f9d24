import JSON

/// The names that the content may use. They are read before the content itself, so that rules can be resolved.
struct Vocabulary: Sendable {
  /// The kind of value of a question, derived value or finding, which decides what a rule may ask of it.
  enum Term: Sendable {
    case number(ClosedRange<Double>?)
    case single(Choices)
    case multi(Choices)
    case regionMap
    case other
  }

  /// The ids of choices, by index.
  struct Choices: Sendable {
    let ids: [String]
    var retired: Set<String> = []
  }

  let questions: Names<Question>
  /// The terms by slot: questions, then derived values.
  let terms: [Term]
  let regions: Names<BodyRegion>
  let groups: Names<RegionGroup>
  let groupMembers: [BitSet]
  let symptoms: Names<Symptom>
  let muscles: Names<Muscle>
  let findings: Names<FindingDefinition>
  let findingTerms: [Term]
  let patterns: Names<Pattern>
  let formulas: Names<Formula>
  let landmarks: Names<Landmark>
  let lexicons: Names<Lexicon>
  let redFlags: Names<RedFlag>
  let hypotheses: Names<Hypothesis>
  let items: Names<HomeCareItem>
  let sources: Names<Source>

  init(_ files: ContentFiles) {
    let questionFields = files.questions.objects("questions")
    questions = Names("question", of: questionFields)
    terms = questionFields.map(Self.term(ofQuestion:)) + DerivedValue.allCases.map(\.term)
    let regionNames = Names<BodyRegion>("region", of: files.regions.objects("regions"))
    regions = regionNames
    let groupFields = files.regions.objects("groups")
    groups = Names("region group", of: groupFields)
    groupMembers = groupFields.map { group in
      BitSet(indices: regionNames.identifiers("regions", in: group).compactMap { regionNames.index(of: $0.rawValue) })
    }
    symptoms = Names("symptom", of: files.regions.objects("symptom_codes"))
    muscles = Names("muscle", of: files.regions.objects("muscles"))
    let findingFields = files.findings.objects("findings")
    findings = Names("finding", of: findingFields)
    findingTerms = findingFields.map(Self.term(ofFinding:))
    patterns = Names("pattern", of: files.findings.objects("patterns"))
    formulas = Names("formula", of: files.findings.objects("formulas"))
    landmarks = Names("landmark", of: files.findings.objects("landmarks"))
    lexicons = Names("lexicon", of: files.redFlags.optionalObjects("lexicons"))
    redFlags = Names("red flag", of: files.redFlags.objects("redflags"))
    hypotheses = Names("hypothesis", of: files.hypotheses.objects("hypotheses"))
    items = Names("home-care item", of: files.homeCare.objects("items"))
    sources = Names("source", of: files.sources.objects("sources"))
    if max(regions.count, muscles.count, patterns.count, redFlags.count, lexicons.count) > BitSet.bitWidth {
      files.regions.fault(
        "lists", "may hold at most \(BitSet.bitWidth) regions, muscles, patterns, red flags and lexicons each")
    }
  }

  /// Returns the slot of a question or derived value.
  func slot(_ id: String) -> Slot? {
    questions.index(of: id) ?? DerivedValue(rawValue: id).map { questions.count + $0.index }
  }

  /// Returns the region with this id, or the regions of the group with this id.
  func regions(named name: String) -> BitSet? {
    if let group = groups.index(of: name) { return groupMembers[group] }
    return regions.index(of: name).map { BitSet(index: $0) }
  }

  private static func term(ofQuestion fields: Fields) -> Term {
    switch fields["type"]?.string {
    case "int", "decimal":
      .number(fields["min"]?.number.flatMap { low in fields["max"]?.number.flatMap { $0 < low ? nil : low...$0 } })
    case "single": .single(choices(fields))
    case "multi": .multi(choices(fields))
    case "region_map": .regionMap
    default: .other
    }
  }

  private static func term(ofFinding fields: Fields) -> Term {
    switch fields["kind"]?.string {
    case "measure", "grade", "mmt": .number(fields.range("bounds"))
    case "choice": .single(choices(fields))
    case "test": .single(Choices(ids: FindingDefinition.Choice.testResults.map(\.id)))
    case "multi_choice": .multi(choices(fields))
    default: .other
    }
  }

  private static func choices(_ fields: Fields) -> Choices {
    let choices = fields.objects("choices")
    let ids = choices.map(\.id)
    if ids.count > BitSet.bitWidth { fields.fault("choices", "may be at most \(BitSet.bitWidth)") }
    if Set(ids).count < ids.count { fields.fault("choices", "hold an id twice: rename or remove one") }
    return Choices(ids: ids, retired: Set(choices.filter { $0["retired"]?.bool == true }.map(\.id)))
  }
}
