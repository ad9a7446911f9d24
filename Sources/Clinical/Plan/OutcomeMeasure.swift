/// Something asked again and again to see change.
package struct OutcomeMeasure: Sendable, Identifiable {
  package typealias ID = Identifier<OutcomeMeasure>
  package enum Better: String, Sendable { case lower, higher }

  package let id: ID
  package let name: String
  /// Questions of the intake and of the check-in that ask it.
  package let askedBy: [String]
  package let range: ClosedRange<Double>
  package let better: Better
  /// A change of at least this many points matters; nil when only reported.
  package let meaningfulPoints: Double?
  /// A change of at least this part of the first value matters.
  package let meaningfulPercent: Double?
  package let sources: [Source.ID]
}

extension OutcomeMeasure {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    name = fields.text("name")
    askedBy = fields.texts("asked_by")
    let low = fields.number("min")
    range = low...max(low, fields.number("max"))
    better = fields.word("better", or: .lower)
    let meaningful = fields.object("meaningful")
    meaningfulPoints = meaningful.optionalNumber("points")
    meaningfulPercent = meaningful.optionalNumber("percent")
    sources = vocabulary.sources.identifiers("sources", in: fields)
  }
}
