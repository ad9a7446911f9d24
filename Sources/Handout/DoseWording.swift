import Clinical

/// The words of a dose: one sentence, and pairs of a label and an amount.
package struct DoseWording {
  private let amounts: [String: Double]
  private let note: String?
  private let words = standardWords

  package init(_ dose: Dose) {
    amounts = dose.amounts
    note = dose.note
  }

  private func whole(_ name: String) -> Int? { amounts[name].map { Int($0.rounded()) } }

  /// The dose as one sentence: "2 sets of 10, hold each for 5 seconds, once a day, 4 days a week, for 8 weeks."
  package var sentence: String {
    var parts = [repeats, hold, time, daily, weekly, span.map(words.lasting)].compactMap(\.self)
    if let note, !parts.contains(note) { parts.append(note) }
    return parts.joined(separator: ", ").capitalisedFirst.sentence
  }

  /// The dose as pairs of a label and an amount, for the strip below the title of an item.
  var figures: [Handout.Fact] {
    var facts: [Handout.Fact] = []
    func add(_ label: String, _ value: String?) {
      if let value { facts.append(.init(label: label, value: value)) }
    }
    add(words.setsLabel, whole("sets").map(String.init))
    add(words.repeatsLabel, whole("reps").map(String.init))
    add(words.holdLabel, whole("hold_s").map(words.seconds))
    add(words.timeLabel, whole("minutes").map(words.minutes))
    add(words.howOftenLabel, [daily, weekly].compactMap(\.self).nonEmpty?.joined(separator: ", "))
    add(words.durationLabel, span)
    for (name, value) in amounts.sorted(by: { $0.key < $1.key }) where !Self.inSentence.contains(name) {
      let amount =
        words.amount(name, value.inFigures)
        ?? (label: name.replacing("_", with: " ").capitalisedFirst, value: value.inFigures)
      add(amount.label, amount.value)
    }
    return facts
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
