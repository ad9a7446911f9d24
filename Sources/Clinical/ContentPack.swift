/// The clinical knowledge of one version: what is asked, what can be found, what it may mean and what helps.
///
/// A record names the version it was made with; versions are kept for ever, so old records stay readable.
package struct ContentPack: Sendable {
  package let version: String
  package let sections: [FormSection]
  package let questions: [Question]
  package let regions: [BodyRegion]
  package let groups: [RegionGroup]
  package let muscles: [Muscle]
  package let symptoms: [Symptom]
  package let findings: [FindingDefinition]
  package let redFlags: [RedFlag]
  package let hypotheses: [Hypothesis]
  package let items: [HomeCareItem]
  package let disclaimer: String

  /// Decodes and checks a pack.
  ///
  /// - Parameter files: JSON documents by file name without extension: questions, regions, findings, redflags,
  ///   hypotheses, homecare, outcomes, sources.
  /// - Throws: `ContentPackError` naming file, id and what to do, for every fault found.
  package init(files: [String: [UInt8]]) throws(ContentPackError) {
    throw ContentPackError(faults: [])
  }

  package func question(_ id: Question.ID) -> Question? { nil }
  package func region(_ id: BodyRegion.ID) -> BodyRegion? { nil }
  package func finding(_ id: FindingDefinition.ID) -> FindingDefinition? { nil }
  package func redFlag(_ id: RedFlag.ID) -> RedFlag? { nil }
  package func hypothesis(_ id: Hypothesis.ID) -> Hypothesis? { nil }
  package func item(_ id: HomeCareItem.ID) -> HomeCareItem? { nil }
}

package struct ContentPackError: Error, Sendable {
  package struct Fault: Sendable {
    package let file: String
    package let id: String
    package let message: String
  }
  package let faults: [Fault]
}
