/// A value worked out from answers, for rules to ask for like an answer.
package enum DerivedValue: String, Sendable, CaseIterable {
  case ageYears = "derived.age_years"
  case bagPercent = "derived.bag_pct"
  case bodyMassIndex = "derived.bmi"
  case phase = "derived.phase"
  case trimester = "derived.trimester"
  case yearsSinceFirst = "derived.years_since_first"
  case psfsMean = "derived.psfs_mean"

  static let phases = ["acute", "subacute", "chronic"]

  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Reported as a whole number.
  package var isWhole: Bool { [.ageYears, .trimester, .yearsSinceFirst].contains(self) }

  var term: Vocabulary.Term { self == .phase ? .single(.init(ids: Self.phases)) : .number(nil) }
}

/// The questions that derived values and reference bands need, by slot.
struct Derivation: Sendable {
  let birth: Slot
  let visit: Slot
  let bag: Slot
  let weight: Slot
  let height: Slot
  let duration: Slot
  let weeks: Slot
  let firstYear: Slot
  let scores: [Slot]
  let sex: Slot
  /// The choice of `sex` that has bands of its own.
  let female: BitSet
  /// Of the derived values.
  let first: Slot

  init(_ vocabulary: Vocabulary, _ fields: Fields) {
    func slot(_ id: String) -> Slot {
      guard let slot = vocabulary.questions.places[id] else {
        fields.fault("derived", "values need the question \(id), which is not in the pack")
        return 0
      }
      return slot
    }
    birth = slot("contact.date_of_birth")
    visit = slot("visit.date")
    bag = slot("habit.bag_kg")
    weight = slot("contact.weight_kg")
    height = slot("contact.height_cm")
    duration = slot("pain.duration_days")
    weeks = slot("pregnancy.weeks")
    firstYear = slot("pain.first_year")
    scores = ["psfs.score1", "psfs.score2", "psfs.score3"].map(slot)
    sex = slot("contact.sex")
    if case .single(let choices) = vocabulary.terms[sex], let place = choices.ids.firstIndex(of: "female") {
      female = BitSet(places: CollectionOfOne(place))
    } else {
      fields.fault("contact.sex", "must be a single choice with female: the bands for women need it")
      female = 0
    }
    first = vocabulary.questions.places.count
  }

  /// Works out every derived value afresh; what it needs and misses makes it absent.
  func derive(in facts: inout Facts) {
    let numbers = facts.numbers
    // A date is the number yyyymmdd, so the difference of two, divided by 10,000 and rounded down, is whole years.
    set(.ageYears, ((numbers[visit] - numbers[birth]) / 10_000).rounded(.down), in: &facts)
    let weight = numbers[weight] == 0 ? .nan : numbers[weight]
    let metres = numbers[height] == 0 ? .nan : numbers[height] / 100
    set(.bagPercent, 100 * numbers[bag] / weight, in: &facts)
    set(.bodyMassIndex, weight / (metres * metres), in: &facts)
    let phase = Self.step(numbers[duration], 42, 84)
    set(.phase, phase, in: &facts)
    facts.choices[first + DerivedValue.phase.place] = phase.isNaN ? 0 : 1 << BitSet(phase)
    set(.trimester, Self.step(numbers[weeks], 13, 27) + 1, in: &facts)
    set(.yearsSinceFirst, (numbers[visit] / 10_000).rounded(.down) - numbers[firstYear], in: &facts)
    let answered = scores.map { numbers[$0] }.filter { !$0.isNaN }
    set(.psfsMean, answered.isEmpty ? .nan : answered.reduce(0, +) / Double(answered.count), in: &facts)
  }

  /// 0 up to `first`, 1 up to `second`, 2 above.
  private static func step(_ value: Double, _ first: Double, _ second: Double) -> Double {
    value.isNaN ? .nan : value <= first ? 0 : value <= second ? 1 : 2
  }

  private func set(_ value: DerivedValue, _ number: Double, in facts: inout Facts) {
    facts.numbers[first + value.place] = number
    facts.isAnswered[first + value.place] = !number.isNaN
  }
}
