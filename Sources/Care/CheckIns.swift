import Clinical
import Records

/// The check-ins of a practice: what clients told between their visits, and what it asks of the therapist.
package struct CheckIns: Sendable {
  let desk: Desk

  package init(at desk: Desk) { self.desk = desk }
}

/// A check-in that waits to be read, with what is to be known of it.
package struct CheckInNews: Sendable {
  package let checkIn: CheckIn
  package let pack: ContentPack
  package let advice: [FollowUpAdvice]

  /// Whether the client is to be called before anything else is done today.
  package var isToCallFirst: Bool {
    checkIn.openFlags.contains { $0.urgency >= .urgent }
      || advice.contains { advice in
        switch advice {
        case .worry, .stopSign, .hurts: true
        default: false
        }
      }
  }

  package var urgency: RedFlag.Urgency? { checkIn.urgency }
}

/// The reason why a check-in cannot be acknowledged in this way.
package enum CheckInRefusal: Error, Sendable {
  /// It raised red flags: they need an action and a note.
  case flagsNeedAnAnswer(CheckIn)
  /// It raised none: there is nothing that an action answers.
  case nothingToAct(CheckIn)
  /// It was acknowledged already; what was to be noted now would be lost.
  case readAlready(CheckIn)
}

extension CheckIns {
  /// Returns the check-ins that wait for this therapist, the most urgent first. One that says nothing out of the ordinary
  /// waits for nobody.
  package func waiting() async throws -> [CheckInNews] {
    var news: [CheckInNews] = []
    for course in Dictionary(grouping: try await desk.waitingCheckIns(), by: \.plan).values {
      let told = course.sorted { $0.submittedAt < $1.submittedAt }
      for (place, checkIn) in told.enumerated() where checkIn.readAt == nil {
        let one = try await self.news(of: checkIn, after: told[..<place])
        if !one.advice.isEmpty || !checkIn.openFlags.isEmpty { news.append(one) }
      }
    }
    return news.sorted { $0.precedes($1) }
  }

  /// Returns the check-ins of a client that nobody has read, oldest first.
  package func unread(of client: Client.ID) async throws -> [CheckInNews] {
    var news: [CheckInNews] = []
    for checkIn in try await desk.checkIns(of: client).reversed() where checkIn.readAt == nil {
      news.append(try await self.news(of: checkIn))
    }
    return news
  }

  /// - Throws: `PlanBasisRefusal.checkInHasFlags` while red flags of a check-in wait to be acknowledged, with the most
  ///   urgent one.
  func refuseWaitingFlags(of client: Client.ID) async throws {
    let waiting = try await desk.checkIns(of: client).filter { !$0.openFlags.isEmpty }
    for urgency in RedFlag.Urgency.allCases.reversed() {
      if let first = waiting.first(where: { $0.urgency == urgency }) {
        throw CareRefusal.planBasis(.checkInHasFlags(first))
      }
    }
  }

  /// Returns what a check-in asks of the therapist.
  package func news(of checkIn: CheckIn) async throws -> CheckInNews {
    let told = try await desk.checkIns(of: checkIn.client)
      .filter { $0.plan == checkIn.plan && $0.submittedAt < checkIn.submittedAt }
      .sorted { $0.submittedAt < $1.submittedAt }
    return try await news(of: checkIn, after: told[...])
  }

  private func news(of checkIn: CheckIn, after earlier: ArraySlice<CheckIn>) async throws -> CheckInNews {
    let pack = try await desk.content(checkIn.contentVersion)
    let course = try (earlier + [checkIn]).map { told in
      CheckInAnswer(day: try .local(told.submittedAt), kind: told.kind, answers: told.answers)
    }
    return CheckInNews(
      checkIn: checkIn, pack: pack,
      advice: pack.advice(on: course, baseline: checkIn.baseline, issuedOn: try .local(checkIn.planIssuedAt)))
  }

  /// Says that a check-in was read, with what was done about its red flags.
  ///
  /// - Parameter note: what was done about the flags, or what is to be kept with a check-in that raised none.
  /// - Throws: `CheckInRefusal` when it raised flags and the action or the note is missing, when it raised none and there
  ///   is an action, or when it was acknowledged already.
  package func acknowledge(_ checkIn: CheckIn, _ action: FlagAction?, note: String?, dryRun: Bool) async throws {
    guard checkIn.readAt == nil else { throw CareRefusal.checkIn(.readAlready(checkIn)) }
    let note = note.flatMap { $0.isBlank ? nil : $0 }
    if checkIn.openFlags.isEmpty {
      guard action == nil else { throw CareRefusal.checkIn(.nothingToAct(checkIn)) }
    } else if action == nil || note == nil {
      throw CareRefusal.checkIn(.flagsNeedAnAnswer(checkIn))
    }
    try await desk.perform(dryRun: dryRun) {
      try await desk.acknowledgeCheckIn(checkIn.id, action: action?.rawValue, note: note)
    }
  }
}

extension CheckIn {
  /// How urgent the most urgent of its open red flags is; nil when none is open.
  fileprivate var urgency: RedFlag.Urgency? { openFlags.map(\.urgency).max() }
}

extension CheckInNews {
  /// Whether it comes before another: by the urgency of its flags, then who is to be called, then the longest waiting.
  fileprivate func precedes(_ other: CheckInNews) -> Bool {
    if urgency != other.urgency {
      guard let urgency else { return false }
      return other.urgency.map { urgency > $0 } ?? true
    }
    if isToCallFirst != other.isToCallFirst { return isToCallFirst }
    return checkIn.submittedAt < other.checkIn.submittedAt
  }
}
