/// The clinical knowledge of one version: what is asked, what can be found, what it may mean and what helps.
///
/// A record names the version it was made with; versions are kept for ever, so old records stay readable.
package final class ContentPack: Sendable {
  package let version: String
  /// Pages of the web form, in order; their numbers never change.
  package let pages: [FormPage]
  /// The parts of the form, in order: those that everyone is asked, then the deeper ones.
  package let stages: [FormStage]
  /// Consents that are answered together. None in content before 1.5.0.
  package let agreements: [Agreement]
  package let sections: [FormSection]
  package let questions: [Question]
  /// What the form says, and how it says it to whoever fills it in for somebody else.
  package let wordsAboutAnother: [String: String]
  package let regions: [BodyRegion]
  package let groups: [RegionGroup]
  package let muscles: [Muscle]
  package let symptoms: [Symptom]
  package let views: [EvaluationView]
  package let landmarks: [Landmark]
  package let formulas: [Formula]
  /// Instructions for taking a posture photo.
  package let photoProtocol: [String]
  package let findings: [FindingDefinition]
  package let triggerPointShelfLife: ShelfLife
  package let patterns: [Pattern]
  package let lexicons: [Lexicon]
  package let redFlags: [RedFlag]
  package let talkingPoints: [TalkingPoint]
  package let hypotheses: [Hypothesis]
  /// Categories of items in the order of a handout.
  package let categories: [String]
  package let items: [HomeCareItem]
  /// The drawings, by the item they show; not every item has one.
  package let drawings: [HomeCareItem.ID: ExerciseDrawing]
  package let measures: [OutcomeMeasure]
  package let checkIn: CheckInForm
  package let sources: [Source]
  package let disclaimer: String
  package let drafting: DraftingRules
  /// What holds for a practice's own items; nil in content of before there were any.
  package let ownItems: OwnItemRules?
  package let messages: ProblemMessages

  /// The rules, compiled for evaluation.
  let book: RuleBook
  let emergencyItem: HomeCareItem.ID
  let topics: Topics
  private let positions: ContentPositions

  init(
    version: String, pages: [FormPage], stages: [FormStage], agreements: [Agreement], sections: [FormSection],
    questions: [Question], wordsAboutAnother: [String: String], messages: ProblemMessages,
    regions: [BodyRegion], groups: [RegionGroup], muscles: [Muscle], symptoms: [Symptom], views: [EvaluationView],
    landmarks: [Landmark], formulas: [Formula], photoProtocol: [String], findings: [FindingDefinition],
    triggerPointShelfLife: ShelfLife, patterns: [Pattern], lexicons: [Lexicon], redFlags: [RedFlag],
    talkingPoints: [TalkingPoint],
    hypotheses: [Hypothesis],
    categories: [String], items: [HomeCareItem],
    emergencyItem: HomeCareItem.ID, drafting: DraftingRules, ownItems: OwnItemRules?,
    drawings: [HomeCareItem.ID: ExerciseDrawing], disclaimer: String, measures: [OutcomeMeasure], checkIn: CheckInForm,
    sources: [Source], derivation: Derivation,
    topics: Topics
  ) {
    self.version = version
    self.pages = pages
    self.stages = stages
    self.agreements = agreements
    self.sections = sections
    self.questions = questions
    self.wordsAboutAnother = wordsAboutAnother
    self.messages = messages
    self.regions = regions
    self.groups = groups
    self.muscles = muscles
    self.symptoms = symptoms
    self.views = views
    self.landmarks = landmarks
    self.formulas = formulas
    self.photoProtocol = photoProtocol
    self.findings = findings
    self.triggerPointShelfLife = triggerPointShelfLife
    self.patterns = patterns
    self.lexicons = lexicons
    self.redFlags = redFlags
    self.talkingPoints = talkingPoints
    self.hypotheses = hypotheses
    self.categories = categories
    self.items = items
    self.drafting = drafting
    self.ownItems = ownItems
    self.emergencyItem = emergencyItem
    self.topics = topics
    self.drawings = drawings
    self.disclaimer = disclaimer
    self.measures = measures
    self.checkIn = checkIn
    self.sources = sources
    positions = ContentPositions(
      questions: Positions(of: questions), regions: Positions(of: regions), symptoms: Positions(of: symptoms),
      muscles: Positions(of: muscles), findings: Positions(of: findings), redFlags: Positions(of: redFlags),
      hypotheses: Positions(of: hypotheses), items: Positions(of: items))
    book = RuleBook(
      positions: positions, questions: questions, findings: findings, patterns: patterns, lexicons: lexicons,
      flags: redFlags, hypotheses: hypotheses, items: items, emergencyItem: emergencyItem, drafting: drafting,
      groups: groups, derivation: derivation, topics: topics)
  }
}

extension ContentPack {
  package func question(_ id: Question.ID) -> Question? { index(of: id).map { questions[$0] } }
  package func stage(_ id: FormStage.ID) -> FormStage? { stages.first { $0.id == id } }
  package func region(_ id: BodyRegion.ID) -> BodyRegion? { positions.regions.index(of: id).map { regions[$0] } }
  package func muscle(_ id: Muscle.ID) -> Muscle? { positions.muscles.index(of: id).map { muscles[$0] } }
  package func symptom(_ id: Symptom.ID) -> Symptom? { positions.symptoms.index(of: id).map { symptoms[$0] } }
  package func finding(_ id: FindingDefinition.ID) -> FindingDefinition? {
    positions.findings.index(of: id).map { findings[$0] }
  }
  package func redFlag(_ id: RedFlag.ID) -> RedFlag? { positions.redFlags.index(of: id).map { redFlags[$0] } }
  package func hypothesis(_ id: Hypothesis.ID) -> Hypothesis? { index(of: id).map { hypotheses[$0] } }
  package func item(_ id: HomeCareItem.ID) -> HomeCareItem? { index(of: id).map { items[$0] } }

  // The lists that are short or seldom searched have no index.
  package func group(_ id: RegionGroup.ID) -> RegionGroup? { groups.first { $0.id == id } }
  package func landmark(_ id: Landmark.ID) -> Landmark? { landmarks.first { $0.id == id } }
  package func formula(_ id: Formula.ID) -> Formula? { formulas.first { $0.id == id } }
  package func pattern(_ id: Pattern.ID) -> Pattern? { patterns.first { $0.id == id } }
  package func source(_ id: Source.ID) -> Source? { sources.first { $0.id == id } }

  /// The position of a question in `questions`; the same number is its slot among the facts.
  func index(of question: Question.ID) -> Slot? { positions.questions.index(of: question) }
  func index(of hypothesis: Hypothesis.ID) -> Int? { positions.hypotheses.index(of: hypothesis) }
  func index(of item: HomeCareItem.ID) -> Int? { positions.items.index(of: item) }
}
