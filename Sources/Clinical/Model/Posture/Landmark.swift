/// A point of the body marked on a photo.
package struct Landmark: Sendable, Identifiable {
  package typealias ID = Identifier<Landmark>
  package let id: ID
  package let name: String
}

/// A direction from which the body is examined, or a kind of test.
package struct EvaluationView: Sendable, Identifiable {
  package typealias ID = Identifier<EvaluationView>
  package let id: ID
  package let name: String
  package let plainName: String
  package let landmarks: [Landmark.ID]
}

/// How a measure is calculated from landmarks or readings.
package struct Formula: Sendable, Identifiable {
  package typealias ID = Identifier<Formula>
  package let id: ID
  package let name: String
  package let unit: String
  package let expression: String
  package let note: String
}
