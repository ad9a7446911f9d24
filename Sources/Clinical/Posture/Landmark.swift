/// A point of the body marked on a photo.
package struct Landmark: Sendable, Identifiable {
  package typealias ID = Identifier<Landmark>
  package let id: ID
  package let name: String
}

/// A direction the body is looked at from, or a kind of test.
package struct EvaluationView: Sendable, Identifiable {
  package typealias ID = Identifier<EvaluationView>
  package let id: ID
  package let name: String
  package let plainName: String
  package let landmarks: [Landmark.ID]
}

/// How a measure is worked out from landmarks or readings.
package struct Formula: Sendable, Identifiable {
  package typealias ID = Identifier<Formula>
  package let id: ID
  package let name: String
  package let unit: String
  package let expression: String
  package let note: String
}

extension Landmark {
  init(_ fields: Fields) {
    id = ID(rawValue: fields.id)
    name = fields.text("name")
  }
}

extension EvaluationView {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    name = fields.text("name")
    plainName = fields.text("plain")
    landmarks = vocabulary.landmarks.identifiers("landmarks", in: fields)
  }
}

extension Formula {
  init(_ fields: Fields) {
    id = ID(rawValue: fields.id)
    name = fields.text("name")
    unit = fields.text("unit")
    expression = fields.text("expr")
    note = fields.optionalText("notes") ?? ""
  }
}
