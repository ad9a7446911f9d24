import Clinical

/// A dose in words: one sentence, and figures for the strip.
package struct DoseWording {
  private let amounts: [String: Double]
  private let note: String?

  package init(_ dose: Dose) {
    amounts = dose.amounts
    note = dose.note
  }

  private func whole(_ name: String) -> Int? { amounts[name].map { Int($0.rounded()) } }

  /// As "2 sets of 10, hold each for 5 seconds, once a day, 4 days a week, for 8 weeks."
  package var sentence: String {
    var parts = [repeats, hold, time, daily, weekly, duration].compactMap(\.self)
    if let note, !parts.contains(note) { parts.append(note) }
    return parts.joined(separator: ", ").capitalisedFirst.sentence
  }

  var figures: [Handout.Fact] {
    var facts: [Handout.Fact] = []
    func add(_ label: String, _ value: String?) {
      if let value { facts.append(.init(label: label, value: value)) }
    }
    add("Sets", whole("sets").map(String.init))
    add("Repeats", whole("reps").map(String.init))
    add("Hold", whole("hold_s").map { $0.of("second") })
    add("Time", whole("minutes").map(Self.minutes))
    add("How often", [daily, weekly].compactMap(\.self).nonEmpty?.joined(separator: ", "))
    add("For", duration?.dropPrefix("for "))
    for (name, value) in amounts.sorted(by: { $0.key < $1.key }) where !Self.inSentence.contains(name) {
      let (label, unit) = Self.labels[name] ?? (name.replacing("_", with: " ").capitalisedFirst, "")
      add(label, value.inFigures + unit)
    }
    return facts
  }

  private static let inSentence: Set<String> = [
    "sets", "reps", "hold_s", "minutes", "times_per_day", "days_per_week", "weeks", "days", "trial_weeks",
    "portions_per_day", "glasses_per_day",
  ]

  /// Amounts that are limits or details: how they are called and their unit.
  private static let labels: [String: (String, String)] = [
    "b6_upper_mg_day_eu": ("Vitamin B6, at most (EU)", " mg a day"),
    "b6_upper_mg_day_us": ("Vitamin B6, at most (US)", " mg a day"),
    "dilution_percent": ("Dilution", " %"),
    "hours": ("Time", " hours"),
    "max_days": ("At most", " days"),
    "max_hours_after_start": ("Only in the first", " hours"),
    "max_tilt_deg": ("Tilt, at most", "°"),
    "off_minutes": ("Pause", " minutes"),
    "pressure_max_nrs": ("Pressure, at most", " out of 10"),
    "rounds": ("Rounds", ""),
    "target_minutes": ("Build up to", " minutes"),
    "upper_g_day_unsupervised": ("On your own, at most", " g a day"),
    "upper_mg_day_eu": ("At most (EU)", " mg a day"),
    "upper_mg_day_us": ("At most (US)", " mg a day"),
  ]

  // MARK: parts of the sentence

  private var repeats: String? {
    switch (whole("sets"), whole("reps")) {
    case (let sets?, let reps?) where sets > 1: "\(sets) sets of \(reps)"
    case (_, let reps?): Self.times(reps)
    case (let sets?, nil): sets.of("set")
    case (nil, nil): nil
    }
  }

  private var hold: String? {
    whole("hold_s").map {
      (whole("reps") ?? 1) > 1 ? "hold each for \($0.of("second"))" : "hold for \($0.of("second"))"
    }
  }

  private var time: String? {
    whole("minutes").map { whole("reps") == nil ? Self.minutes($0) : "about \(Self.minutes($0)) in all" }
  }

  private var daily: String? {
    if let glasses = whole("glasses_per_day") {
      return glasses.of("glass") == "1 glass" ? "1 glass a day" : "\(glasses) glasses a day"
    }
    if let portions = whole("portions_per_day") { return "\(portions.of("portion")) a day" }
    return whole("times_per_day").map { "\(Self.times($0)) a day" }
  }

  private var weekly: String? {
    whole("days_per_week").map { $0 >= 7 ? "every day" : "\($0.of("day")) a week" }
  }

  private var duration: String? {
    if let weeks = whole("weeks") { return "for \(weeks.of("week"))" }
    if let days = whole("days") { return "for \(days.of("day"))" }
    return whole("trial_weeks").map { "for a trial of \($0.of("week"))" }
  }

  private static func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }

  private static func minutes(_ count: Int) -> String {
    count >= 120 && count % 60 == 0 ? (count / 60).of("hour") : count.of("minute")
  }
}

extension Array {
  var nonEmpty: [Element]? { isEmpty ? nil : self }
}

extension String {
  fileprivate func dropPrefix(_ prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self }
}
