extension HomeCareItem {
  /// The kinds of things that go along with the day or are done sitting down, so that they take no time of their own.
  private static let besides: Set = [
    "relief_now", "heat_cold", "posture_habit", "workstation", "sleep", "food", "supplement", "topical",
  ]
  /// The seconds of a repeat that is not held. Own judgement.
  private static let secondsOfRepeat = 3.0

  /// The minutes that it takes on a day on which it is done; nil if it takes no time of its own.
  package var minutesADay: Double? {
    if !isThingToDo || Self.besides.contains(category) { return nil }
    let amounts = dose.amounts
    let once =
      amounts["minutes"]
      ?? amounts["reps"].map { $0 * (amounts["sets"] ?? 1) * (amounts["hold_s"] ?? Self.secondsOfRepeat) / 60 }
    return once.map { $0 * (amounts["times_per_day"] ?? 1) * (dose.side == .both ? 2 : 1) }
  }
}

extension Sequence where Element == HomeCareItem {
  /// The minutes on a day on which all of them are done, rounded up.
  package var minutesADay: Int { Int(compactMap(\.minutesADay).reduce(0, +).rounded(.up)) }
}
