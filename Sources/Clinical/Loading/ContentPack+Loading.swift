extension ContentPack {
  /// Decodes and checks a pack.
  ///
  /// - Parameter files: JSON documents by file name without extension: pack, questions, regions, findings,
  ///   redflags, hypotheses, homecare, outcomes, sources, messages, drawings.
  /// - Throws: `ContentPackError` naming file, id and what to do, for every fault found.
  package convenience init(files: [String: [UInt8]]) throws(ContentPackError) {
    let files = ContentFiles(files)
    guard files.faults.found.isEmpty else { throw ContentPackError(faults: files.faults.found) }
    let vocabulary = Vocabulary(files)
    let sections = files.questions.objects("sections").map(FormSection.init)
    let questions = files.questions.objects("questions").map { Question($0, vocabulary, sections: sections) }
    let drawings = files.drawings.objects("drawings", idKey: "item").map {
      (vocabulary.items.identifier("item", in: $0), ExerciseDrawing($0))
    }
    let items = files.homeCare.objects("items").map { HomeCareItem($0, vocabulary) }
    self.init(
      version: files.pack.text("version"),
      pages: files.questions.objects("pages").enumerated().map { index, page in
        FormPage(page, number: index + 1, sections: sections, questions: questions)
      },
      stages: FormStage.all(files.questions, vocabulary),
      agreements: files.questions.optionalObjects("agreements").map { Agreement($0, vocabulary) },
      sections: sections, questions: questions,
      wordsAboutAnother: Self.wordsAboutAnother(files.questions), messages: ProblemMessages(files.messages),
      regions: files.regions.objects("regions").map { BodyRegion($0, vocabulary) },
      groups: files.regions.objects("groups").map { RegionGroup($0, vocabulary) },
      muscles: files.regions.objects("muscles").map(Muscle.init),
      symptoms: files.regions.objects("symptom_codes").map(Symptom.init),
      views: files.findings.objects("views").map { EvaluationView($0, vocabulary) },
      landmarks: files.findings.objects("landmarks").map(Landmark.init),
      formulas: files.findings.objects("formulas").map(Formula.init),
      photoProtocol: files.findings.texts("photo_protocol"),
      findings: files.findings.objects("findings").map { FindingDefinition($0, vocabulary) },
      triggerPointShelfLife: files.findings["trigger_points"] == nil
        ? .unsaid : ShelfLife(in: files.findings.object("trigger_points"), vocabulary),
      patterns: files.findings.objects("patterns").map { Pattern($0, vocabulary) },
      lexicons: files.redFlags.optionalObjects("lexicons").map(Lexicon.init),
      redFlags: files.redFlags.objects("redflags").map { RedFlag($0, vocabulary) },
      talkingPoints: files.redFlags.optionalObjects("talking_points").map { TalkingPoint($0, vocabulary) },
      hypotheses: files.hypotheses.objects("hypotheses").map { Hypothesis($0, vocabulary) },
      categories: files.homeCare.texts("categories"),
      items: items,
      emergencyItem: vocabulary.items.identifier("emergency_item", in: files.homeCare),
      drafting: DraftingRules(files.homeCare, vocabulary),
      ownItems: files.homeCare["own_items"] == nil ? nil : OwnItemRules(files.homeCare.object("own_items"), items),
      drawings: Dictionary(drawings, uniquingKeysWith: { first, _ in first }),
      disclaimer: files.homeCare.text("disclaimer"),
      measures: files.outcomes.objects("measures").map { OutcomeMeasure($0, vocabulary) },
      checkIn: CheckInForm(files.outcomes, vocabulary),
      sources: files.sources.objects("sources").map(Source.init),
      derivation: Derivation(vocabulary, files.questions), topics: Topics(vocabulary, files.questions))
    checkWhole(files)
    guard files.faults.found.isEmpty else { throw ContentPackError(faults: files.faults.found) }
  }
}
