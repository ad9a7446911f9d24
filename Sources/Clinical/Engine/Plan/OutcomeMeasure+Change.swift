/// The meaning of a change from one value of a measure to another.
package enum OutcomeChange: String, Sendable {
  case better
  case worse
  case little = "no change that matters"
  /// No threshold is known, so that only the numbers are reported.
  case reported = ""
}

extension OutcomeMeasure {
  /// The smallest first value for which a percentage means anything.
  private static let leastForPercent = 2.0

  /// Judges a change by the measure's own thresholds: a change that reaches either of them matters.
  package func change(from first: Double, to last: Double) -> OutcomeChange {
    guard meaningfulPoints != nil || meaningfulPercent != nil else { return .reported }
    let gain = better == .lower ? first - last : last - first
    let reachesPoints = meaningfulPoints.map { abs(gain) >= $0 } ?? false
    let reachesPercent = meaningfulPercent.map { first >= Self.leastForPercent && 100 * abs(gain) / first >= $0 }
    guard reachesPoints || reachesPercent == true else { return .little }
    return gain > 0 ? .better : .worse
  }
}

extension ContentPack {
  /// Returns the mean of the measure's questions that share its scale and are answered; nil if none is.
  package func value(of measure: OutcomeMeasure, in answers: Answers) -> Double? {
    let numbers = measure.askedBy.compactMap { name -> Double? in
      guard let question = question(Question.ID(rawValue: name)), question.bounds == measure.range,
        case .number(let number)? = answers[question.id]
      else { return nil }
      return number
    }
    return numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
  }
}
