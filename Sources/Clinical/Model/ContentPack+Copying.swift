extension ContentPack {
  /// Returns this content with some of its parts replaced.
  func with(
    pages: [FormPage]? = nil, stages: [FormStage]? = nil, agreements: [Agreement]? = nil,
    sections: [FormSection]? = nil, questions: [Question]? = nil, wordsAboutAnother: [String: String]? = nil,
    redFlags: [RedFlag]? = nil, hypotheses: [Hypothesis]? = nil, items: [HomeCareItem]? = nil
  ) -> ContentPack {
    ContentPack(
      version: version, pages: pages ?? self.pages, stages: stages ?? self.stages,
      agreements: agreements ?? self.agreements, sections: sections ?? self.sections,
      questions: questions ?? self.questions, wordsAboutAnother: wordsAboutAnother ?? self.wordsAboutAnother,
      messages: messages, regions: regions, groups: groups, muscles: muscles, symptoms: symptoms, views: views,
      landmarks: landmarks, formulas: formulas, photoProtocol: photoProtocol, findings: findings,
      triggerPointShelfLife: triggerPointShelfLife, patterns: patterns, lexicons: lexicons,
      redFlags: redFlags ?? self.redFlags, talkingPoints: talkingPoints, hypotheses: hypotheses ?? self.hypotheses,
      categories: categories, items: items ?? self.items, emergencyItem: emergencyItem, drafting: drafting,
      ownItems: ownItems, drawings: drawings, disclaimer: disclaimer, measures: measures, checkIn: checkIn,
      sources: sources, derivation: book.derivation, topics: topics)
  }
}
