/// The position of each element of one kind in its list of the pack, found by id.
struct Positions<Named>: Sendable {
  private let byID: [String: Int]

  /// - Parameter ids: in the order of the list; of an id that comes twice, the last one counts.
  init(_ ids: some Sequence<String>) {
    byID = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
  }

  func index(of id: Identifier<Named>) -> Int? { byID[id.rawValue] }

  func contains(_ id: String) -> Bool { byID[id] != nil }
}

extension Positions where Named: Identifiable, Named.ID == Identifier<Named> {
  init(of elements: [Named]) {
    self.init(elements.lazy.map(\.id.rawValue))
  }
}

/// The positions of everything that answers, findings and conclusions name.
struct ContentPositions: Sendable {
  let questions: Positions<Question>
  let regions: Positions<BodyRegion>
  let symptoms: Positions<Symptom>
  let muscles: Positions<Muscle>
  let findings: Positions<FindingDefinition>
  let redFlags: Positions<RedFlag>
  let hypotheses: Positions<Hypothesis>
  let items: Positions<HomeCareItem>
}
