/// What counts of a client's evaluations on a day: of every finding the newest, until its shelf life is over. Each side
/// of a finding stands by itself, and so does each trigger point, by its muscle and place.
package struct StandingFindings: Sendable {
  /// What an assessment uses.
  package private(set) var evaluation = Evaluation()
  /// What counts, in the order of the pack, trigger points last.
  package private(set) var counting: [StandingFinding] = []
  /// What was found once, and counts no more until it is taken again.
  package private(set) var expired: [StandingFinding] = []

  /// What counts although the newest evaluation does not have it.
  package var earlier: [StandingFinding] { counting.filter { !$0.isOfNewest } }

  fileprivate init(counting: [StandingFinding], expired: [StandingFinding]) {
    self.counting = counting
    self.expired = expired
    for one in counting {
      switch (one.subject, one.value) {
      case (.finding(let id, _), .finding(let part)):
        evaluation.findings[id] = evaluation.findings[id].map(part.joined) ?? part
        evaluation.methods[id] = one.method ?? evaluation.methods[id]
      case (_, .triggerPoint(let point)): evaluation.triggerPoints.append(point)
      default: break
      }
    }
  }

  /// Returns what counts without one of its findings.
  package func without(_ subject: StandingFinding.Subject) -> StandingFindings {
    StandingFindings(counting: counting.filter { $0.subject != subject }, expired: expired)
  }
}

/// A finding, one side of one, or a trigger point, with its day.
package struct StandingFinding: Sendable {
  package enum Subject: Sendable, Hashable {
    case finding(FindingDefinition.ID, side: BodyRegion.Side?)
    case triggerPoint(Muscle.ID, BodyRegion.ID)
  }
  package enum Value: Sendable, Hashable {
    case finding(Finding)
    case triggerPoint(TriggerPoint)
  }

  package let subject: Subject
  /// What was found; for one side of a finding, that side alone.
  package let value: Value
  package let takenOn: CalendarDate
  /// The last day on which it counts.
  package let countsUntil: CalendarDate
  /// Whether the newest evaluation has it.
  package let isOfNewest: Bool
  fileprivate let method: MeasuringMethod?
}

extension ContentPack {
  /// Returns what counts on a day of the evaluations of a client.
  ///
  /// - Parameter taken: the signed evaluations with their days, the newest first.
  package func standing(
    of taken: [(day: CalendarDate, evaluation: Evaluation)], on today: CalendarDate
  ) -> StandingFindings {
    var newest: [StandingFinding.Subject: StandingFinding] = [:]
    for (index, taking) in taken.enumerated() {
      let older = newest
      for one in findings(of: taking, isNewest: index == 0) where !one.subject.isKnown(among: older) {
        // Of two trigger points in one place the worse one stands.
        if let other = newest[one.subject], other.tenderness > one.tenderness { continue }
        newest[one.subject] = one
      }
    }
    let standing = newest.values.filter { !$0.isGone }.sorted { rank($0.subject) < rank($1.subject) }
    return StandingFindings(
      counting: standing.filter { $0.countsUntil >= today }, expired: standing.filter { $0.countsUntil < today })
  }

  private func findings(
    of taking: (day: CalendarDate, evaluation: Evaluation), isNewest: Bool
  ) -> [StandingFinding] {
    func standing(
      _ subject: StandingFinding.Subject, _ value: StandingFinding.Value, _ life: ShelfLife,
      _ method: MeasuringMethod? = nil
    ) -> StandingFinding {
      StandingFinding(
        subject: subject, value: value, takenOn: taking.day, countsUntil: life.end(from: taking.day),
        isOfNewest: isNewest, method: method)
    }
    let findings = taking.evaluation.findings.flatMap { id, finding in
      finding.parts.map { side, part in
        standing(
          .finding(id, side: side), .finding(part), self.finding(id)?.shelfLife ?? .unsaid,
          taking.evaluation.methods[id])
      }
    }
    let points = taking.evaluation.triggerPoints.map {
      standing(.triggerPoint($0.muscle, $0.region), .triggerPoint($0), triggerPointShelfLife)
    }
    return findings + points
  }

  private func rank(_ subject: StandingFinding.Subject) -> (Int, String) {
    switch subject {
    case .finding(let id, let side):
      (findings.firstIndex { $0.id == id } ?? findings.count, "\(id) \(side?.rawValue ?? "")")
    case .triggerPoint(let muscle, let region): (Int.max, "\(muscle) \(region)")
    }
  }
}

extension StandingFinding {
  fileprivate var tenderness: Int { if case .triggerPoint(let point) = value { point.tender } else { 0 } }

  fileprivate var isGone: Bool {
    switch value {
    case .finding(let finding): finding.values.allSatisfy { $0 == .gone }
    case .triggerPoint(let point): point.status == .gone
    }
  }
}

extension StandingFinding.Subject {
  /// Whether newer evaluations have it, or have the finding whole where this is a side of it, or the other way round.
  fileprivate func isKnown(among newer: [StandingFinding.Subject: StandingFinding]) -> Bool {
    if newer[self] != nil { return true }
    guard case .finding(let id, let side) = self else { return false }
    let others: [BodyRegion.Side?] = side == nil ? [.left, .right] : [nil]
    return others.contains { newer[.finding(id, side: $0)] != nil }
  }
}

extension Finding {
  /// The finding as parts that stand by themselves; none for one that was left empty.
  fileprivate var parts: [(side: BodyRegion.Side?, part: Finding)] {
    guard case .sided(let left, let right) = self else { return [(nil, self)] }
    var parts: [(side: BodyRegion.Side?, part: Finding)] = []
    if let left { parts.append((.left, .sided(left: left, right: nil))) }
    if let right { parts.append((.right, .sided(left: nil, right: right))) }
    return parts
  }
}
