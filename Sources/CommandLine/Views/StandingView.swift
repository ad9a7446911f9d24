import Care
import Clinical
import JSON

extension StandingFinding {
  /// What was found, as `head pokes forward, left 44 deg`.
  func words(_ pack: ContentPack) -> String {
    switch (subject, value) {
    case (.finding(let id, _), .finding(let finding)):
      pack.finding(id).map { "\($0.plainName), \(finding.words(of: $0))" } ?? id.rawValue
    case (_, .triggerPoint(let point)): point.line(pack)
    case (.triggerPoint(let muscle, _), _): muscle.rawValue
    }
  }

  /// How long ago it was found: `today`, `5 days ago`, `6 weeks ago`.
  func age(on today: CalendarDate) -> String {
    let days = takenOn.days(to: today)
    if days <= 0 { return "today" }
    return days < 14 ? "\(days.counted("day")) ago" : "\((days / 7).counted("week")) ago"
  }

  var json: JSON {
    let taken: JSON = ["taken_on": JSON(takenOn), "counts_until": JSON(countsUntil)]
    switch (subject, value) {
    case (.finding(let id, let side), .finding(let finding)):
      return (["finding": .string(id.rawValue), "side": JSON(side?.rawValue), "value": finding.json] as JSON)
        .adding(taken)
    case (_, .triggerPoint(let point)): return (["trigger_point": point.json] as JSON).adding(taken)
    case (.triggerPoint(let muscle, _), _): return (["muscle": .string(muscle.rawValue)] as JSON).adding(taken)
    }
  }
}

extension Reasoning {
  /// What rests on findings of earlier evaluations, and what counts no more.
  var earlierJSON: JSON {
    [
      "earlier_findings": .array(
        restingOnEarlier.map { $0.finding.json.adding(["items": JSON($0.items.map(\.rawValue))]) }),
      "expired_findings": .array(standing.expired.map(\.json)),
    ]
  }
}

extension Report {
  /// Adds what rests on findings of earlier evaluations, and what counts no more.
  mutating func earlierFindings(_ reasoning: Reasoning, today: CalendarDate) {
    let pack = reasoning.pack
    let resting = reasoning.restingOnEarlier
    if !resting.isEmpty { heading("From earlier evaluations") }
    for one in resting {
      let titles = one.items.map { pack.item($0)?.title ?? $0.rawValue }
      paragraph(
        "\(one.finding.words(pack)): \(one.finding.age(on: today)), counts until \(Moment.day(one.finding.countsUntil))"
          + (titles.isEmpty ? "" : ". On it rests: \(titles.joined(separator: ", "))"), marker: "·")
    }
    if !reasoning.standing.expired.isEmpty { heading("Too old to count: test again") }
    for one in reasoning.standing.expired {
      paragraph("\(one.words(pack)): \(one.age(on: today))", .yellow, marker: StyledText("!", .yellow))
    }
  }
}
