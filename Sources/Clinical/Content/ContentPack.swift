/// The clinical knowledge of one version: what is asked, what can be found, what it may mean and what helps.
///
/// A record names the version it was made with; versions are kept for ever, so old records stay readable.
package final class ContentPack: Sendable {
  package let version: String
  /// Pages of the web form, in order; their number is fixed.
  package let pages: [FormPage]
  package let sections: [FormSection]
  package let questions: [Question]
  package let regions: [BodyRegion]
  package let groups: [RegionGroup]
  package let muscles: [Muscle]
  package let symptoms: [Symptom]
  package let views: [EvaluationView]
  package let landmarks: [Landmark]
  package let formulas: [Formula]
  /// What to mind when a photo is taken.
  package let photoProtocol: [String]
  package let findings: [FindingDefinition]
  package let patterns: [Pattern]
  package let redFlags: [RedFlag]
  package let hypotheses: [Hypothesis]
  /// Categories of items in the order of a handout.
  package let categories: [String]
  package let items: [HomeCareItem]
  /// Of the items that have one.
  package let drawings: [HomeCareItem.ID: ExerciseDrawing]
  package let measures: [OutcomeMeasure]
  package let sources: [Source]
  package let disclaimer: String
  package let messages: ProblemMessages

  let vocabulary: Vocabulary
  let book: RuleBook

  /// Decodes and checks a pack.
  ///
  /// - Parameter files: JSON documents by file name without extension: pack, questions, regions, findings,
  ///   redflags, hypotheses, homecare, outcomes, sources, messages, drawings.
  /// - Throws: `ContentPackError` naming file, id and what to do, for every fault found.
  package init(files: [String: [UInt8]]) throws(ContentPackError) {
    let files = ContentFiles(files)
    guard files.faults.found.isEmpty else { throw ContentPackError(faults: files.faults.found) }
    let vocabulary = Vocabulary(files)
    self.vocabulary = vocabulary

    version = files.pack.text("version")
    let sections = files.questions.objects("sections").map(FormSection.init)
    let questions = files.questions.objects("questions").map { Question($0, vocabulary, sections: sections) }
    self.sections = sections
    self.questions = questions
    pages = files.questions.objects("pages").enumerated().map { position, page in
      FormPage(page, number: position + 1, sections: sections, questions: questions)
    }

    regions = files.regions.objects("regions").map { BodyRegion($0, vocabulary) }
    groups = files.regions.objects("groups").map { RegionGroup($0, vocabulary) }
    muscles = files.regions.objects("muscles").map(Muscle.init)
    symptoms = files.regions.objects("symptom_codes").map(Symptom.init)

    views = files.findings.objects("views").map { EvaluationView($0, vocabulary) }
    landmarks = files.findings.objects("landmarks").map(Landmark.init)
    formulas = files.findings.objects("formulas").map(Formula.init)
    photoProtocol = files.findings.texts("photo_protocol")
    let findings = files.findings.objects("findings").map { FindingDefinition($0, vocabulary) }
    let patterns = files.findings.objects("patterns").map { Pattern($0, vocabulary) }
    self.findings = findings
    self.patterns = patterns

    let redFlags = files.redFlags.objects("redflags").map { RedFlag($0, vocabulary) }
    self.redFlags = redFlags
    let hypotheses = files.hypotheses.objects("hypotheses").map { Hypothesis($0, vocabulary) }
    self.hypotheses = hypotheses
    categories = files.homeCare.texts("categories")
    let items = files.homeCare.objects("items").map { HomeCareItem($0, vocabulary) }
    self.items = items
    drawings = Dictionary(
      files.drawings.objects("drawings", idKey: "item").map {
        (vocabulary.items.identifier("item", in: $0), ExerciseDrawing($0))
      }, uniquingKeysWith: { first, _ in first })
    disclaimer = files.homeCare.text("disclaimer")
    measures = files.outcomes.objects("measures").map { OutcomeMeasure($0, vocabulary) }
    sources = files.sources.objects("sources").map(Source.init)
    messages = ProblemMessages(files.messages)
    book = RuleBook(
      names: vocabulary, questions: questions, findings: findings, patterns: patterns, flags: redFlags,
      hypotheses: hypotheses, items: items,
      emergencyItem: vocabulary.items.identifier("emergency_item", in: files.homeCare), form: files.questions)

    checkWhole(files)
    guard files.faults.found.isEmpty else { throw ContentPackError(faults: files.faults.found) }
  }

  package func question(_ id: Question.ID) -> Question? { vocabulary.questions.place(of: id).map { questions[$0] } }
  package func region(_ id: BodyRegion.ID) -> BodyRegion? { vocabulary.regions.place(of: id).map { regions[$0] } }
  package func group(_ id: RegionGroup.ID) -> RegionGroup? { vocabulary.groups.place(of: id).map { groups[$0] } }
  package func muscle(_ id: Muscle.ID) -> Muscle? { vocabulary.muscles.place(of: id).map { muscles[$0] } }
  package func symptom(_ id: Symptom.ID) -> Symptom? { vocabulary.symptoms.place(of: id).map { symptoms[$0] } }
  package func finding(_ id: FindingDefinition.ID) -> FindingDefinition? {
    vocabulary.findings.place(of: id).map { findings[$0] }
  }
  package func landmark(_ id: Landmark.ID) -> Landmark? { vocabulary.landmarks.place(of: id).map { landmarks[$0] } }
  package func formula(_ id: Formula.ID) -> Formula? { vocabulary.formulas.place(of: id).map { formulas[$0] } }
  package func pattern(_ id: Pattern.ID) -> Pattern? { vocabulary.patterns.place(of: id).map { patterns[$0] } }
  package func redFlag(_ id: RedFlag.ID) -> RedFlag? { vocabulary.redFlags.place(of: id).map { redFlags[$0] } }
  package func hypothesis(_ id: Hypothesis.ID) -> Hypothesis? {
    vocabulary.hypotheses.place(of: id).map { hypotheses[$0] }
  }
  package func item(_ id: HomeCareItem.ID) -> HomeCareItem? { vocabulary.items.place(of: id).map { items[$0] } }
  package func source(_ id: Source.ID) -> Source? { vocabulary.sources.place(of: id).map { sources[$0] } }
}
