extension Derivation {
  /// Calculates every derived value anew. A value is absent if an answer it needs is missing.
  func derive(in facts: inout Facts) {
    let numbers = facts.numbers
    // A date is the number yyyymmdd, so the difference of two, divided by 10,000 and rounded down, is whole years.
    let age = ((numbers[visit] - numbers[birth]) / 10_000).rounded(.down)
    set(.ageYears, age, in: &facts)
    let weight = numbers[weight] == 0 ? .nan : numbers[weight]
    let metres = numbers[height] == 0 ? .nan : numbers[height] / 100
    set(.bagPercent, 100 * numbers[bag] / weight, in: &facts)
    set(.bodyMassIndex, weight / (metres * metres), in: &facts)
    let phase = Self.step(numbers[duration], 42, 84)
    set(.phase, phase, in: &facts)
    facts.choices[slot(of: .phase)] = phase.isNaN ? 0 : BitSet(index: Int(phase))
    set(.trimester, Self.step(numbers[weeks], 13, 27) + 1, in: &facts)
    let yearsSinceFirst = (numbers[visit] / 10_000).rounded(.down) - numbers[firstYear]
    set(.yearsSinceFirst, yearsSinceFirst, in: &facts)
    // The earlier of the two beginnings that are known; `maximum` leaves out what is not a number.
    let yearsSinceOnset = Double.maximum(yearsSinceFirst, (numbers[duration] / 365).rounded(.down))
    set(.onsetAgeYears, age - yearsSinceOnset, in: &facts)
    let answered = scores.map { numbers[$0] }.filter { !$0.isNaN }
    set(.psfsMean, answered.isEmpty ? .nan : answered.reduce(0, +) / Double(answered.count), in: &facts)
  }

  /// Returns 0 up to `first`, 1 up to `second`, 2 above.
  private static func step(_ value: Double, _ first: Double, _ second: Double) -> Double {
    value.isNaN ? .nan : value <= first ? 0 : value <= second ? 1 : 2
  }

  private func set(_ value: DerivedValue, _ number: Double, in facts: inout Facts) {
    facts.numbers[slot(of: value)] = number
    facts.isAnswered[slot(of: value)] = !number.isNaN
  }
}
