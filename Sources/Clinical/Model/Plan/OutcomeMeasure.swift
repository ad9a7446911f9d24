/// A measure that is asked repeatedly to see change.
package struct OutcomeMeasure: Sendable, Identifiable {
  package typealias ID = Identifier<OutcomeMeasure>
  package enum Better: String, Sendable { case lower, higher }

  package let id: ID
  package let name: String
  /// The questions of the intake and of the check-in that ask it.
  package let askedBy: [String]
  package let range: ClosedRange<Double>
  package let better: Better
  /// The smallest change in points that matters; nil if none is known.
  package let meaningfulPoints: Double?
  /// The smallest change that matters, in percent of the first value; nil if none is known.
  package let meaningfulPercent: Double?
  package let sources: [Source.ID]
}
