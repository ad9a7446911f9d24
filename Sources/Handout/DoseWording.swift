import Clinical

/// The words of a dose.
package struct DoseWording {
  private let amounts: [String: Double]
  private let note: String?
  private let side: Dose.Side?
  private let words = standardWords

  package init(_ dose: Dose) {
    amounts = dose.amounts
    note = dose.note
    side = dose.side
  }

  private func whole(_ name: String) -> Int? { amounts[name].map { Int($0.rounded()) } }

  /// The dose as one sentence: "2 sets of 10, hold each for 5 seconds, once a day, 4 days a week, for 8 weeks."
  package var sentence: String {
    var parts = [repeats, hold, time, side.map(words.onSide), daily, weekly, span.map(words.lasting)].compactMap(\.self)
    if let note, !parts.contains(note) { parts.append(note) }
    return parts.joined(separator: ", ").capitalisedFirst.sentence
  }

  /// The sentence, and after it the amounts that have no part in it, such as limits: "Only in the first: 72 hours."
  var line: String {
    let others = amounts.sorted { $0.key < $1.key }.filter { !Self.inSentence.contains($0.key) }.map { name, value in
      let amount =
        words.amount(name, value.inFigures)
        ?? (label: name.replacing("_", with: " ").capitalisedFirst, value: value.inFigures)
      return "\(amount.label): \(amount.value)."
    }
    return ([sentence].filter { $0 != "." } + others).joined(separator: " ")
  }

  private static let inSentence: Set<String> = [
    "sets", "reps", "hold_s", "minutes", "times_per_day", "days_per_week", "weeks", "days", "trial_weeks",
    "portions_per_day", "glasses_per_day",
  ]

  // MARK: parts of the sentence

  private var repeats: String? {
    switch (whole("sets"), whole("reps")) {
    case (let sets?, let reps?) where sets > 1: words.sets(sets, of: reps)
    case (_, let reps?): words.times(reps)
    case (let sets?, nil): words.sets(sets)
    case (nil, nil): nil
    }
  }

  private var hold: String? {
    whole("hold_s").map { words.hold(seconds: $0, isEach: (whole("reps") ?? 1) > 1) }
  }

  private var time: String? {
    whole("minutes").map { whole("reps") == nil ? words.minutes($0) : words.inAll(minutes: $0) }
  }

  private var daily: String? {
    whole("glasses_per_day").map(words.glassesADay) ?? whole("portions_per_day").map(words.portionsADay)
      ?? whole("times_per_day").map(words.timesADay)
  }

  private var weekly: String? { whole("days_per_week").map(words.daysAWeek) }

  private var span: String? {
    whole("weeks").map(words.weeks) ?? whole("days").map(words.days) ?? whole("trial_weeks").map(words.trial)
  }
}

extension Array {
  var nonEmpty: [Element]? { isEmpty ? nil : self }
}
