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

  /// Judges a change by the measure's own thresholds. For the better, it matters when it reaches all of them (Childs 2005:
  /// from 3 to 2 is a third and still not better); for the worse, when it reaches any, so that none is missed.
  package func change(from first: Double, to last: Double) -> OutcomeChange {
    guard meaningfulPoints != nil || meaningfulPercent != nil else { return .reported }
    let gain = better == .lower ? first - last : last - first
    let reachesPoints = meaningfulPoints.map { abs(gain) >= $0 }
    let reachesPercent =
      first < Self.leastForPercent
      ? (meaningfulPoints == nil ? false : nil) : meaningfulPercent.map { 100 * abs(gain) / first >= $0 }
    let reached = [reachesPoints, reachesPercent].compactMap { $0 }
    if gain > 0 { return reached.allSatisfy { $0 } ? .better : .little }
    return reached.contains(true) ? .worse : .little
  }
}

extension ContentPack {
  /// Returns the mean of the measure's questions, of the intake or of the check-in, that share its scale and are answered;
  /// nil if none is.
  package func value(of measure: OutcomeMeasure, in answers: Answers) -> Double? {
    let numbers = measure.askedBy.compactMap { name -> Double? in
      let id = Question.ID(rawValue: name)
      guard let question = question(id) ?? checkIn.question(id), question.bounds == measure.range,
        case .number(let number)? = answers[question.id]
      else { return nil }
      return number
    }
    return numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
  }
}
