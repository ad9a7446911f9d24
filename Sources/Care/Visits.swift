import Clinical
import Records

/// The visits of a practice: written down, signed and added to.
package struct Visits: Sendable {
  let desk: Desk

  package init(at desk: Desk) { self.desk = desk }
}

/// The reason why a visit is not written down or signed.
package enum VisitRefusal: Error, Sendable {
  /// Lines or values that cannot be read or kept.
  case unreadable([String])
  /// - Parameter missing: what a record of treatment must say, and this one does not.
  case notWhole(Visit, missing: [String])
  case toCome(Visit)
}

extension Visits {
  /// Returns a visit of today to be filled in: as long as the last one, and with what the newest form says when that came
  /// after it.
  ///
  /// - Returns: the draft, and the last visit.
  package func opening(for client: Client) async throws -> (draft: VisitDraft, last: Visit?) {
    let last = try await desk.visits(of: client.id).first
    let newest = try await desk.intakes(of: client.id).first { $0.state != .returned && $0.ordinal == 1 }
    var draft = VisitDraft(heldOn: try .today(), minutes: last?.minutes)
    guard let newest else { return (draft, last) }
    let sentOn = try CalendarDate.local(newest.submittedAt)
    guard last.map({ $0.heldOn <= sentOn }) ?? true else { return (draft, last) }
    draft.note[.said] = try await desk.content(newest.contentVersion).opening(of: newest.answers, sentOn: sentOn)
    return (draft, last)
  }

  package func record(_ draft: VisitDraft, of client: Client, dryRun: Bool) async throws -> Visit {
    try draft.check()
    return try await desk.perform(dryRun: dryRun) {
      try await desk.recordVisit(id: .new(), client: client.id, draft)
    }
  }

  package func edit(_ visit: Visit, to draft: VisitDraft, dryRun: Bool) async throws -> Visit {
    try draft.check()
    return try await desk.perform(dryRun: dryRun) { try await desk.editVisit(visit, to: draft) }
  }

  /// - Throws: `VisitRefusal.notWhole` for a draft that does not say what a record of treatment must.
  package func sign(_ visit: Visit, dryRun: Bool) async throws {
    if visit.state == .draft {
      let missing = [
        visit.minutes == nil ? "how many minutes it took" : nil,
        visit.note[.done] == nil ? "what was done, and where" : nil,
      ].compactMap(\.self)
      guard missing.isEmpty else { throw CareRefusal.visit(.notWhole(visit, missing: missing)) }
      guard try visit.heldOn <= .today() else { throw CareRefusal.visit(.toCome(visit)) }
    }
    try await desk.perform(dryRun: dryRun) { try await desk.signVisit(visit) }
  }

  package func amend(_ visit: Visit, _ words: String, dryRun: Bool) async throws -> Visit {
    guard words.characterLength <= VisitDraft.longest else {
      throw CareRefusal.visit(.unreadable(["the text has more than \(VisitDraft.longest) letters"]))
    }
    return try await desk.perform(dryRun: dryRun) { try await desk.amendVisit(visit, words) }
  }

  package func discard(_ visit: Visit, dryRun: Bool) async throws {
    try await desk.perform(dryRun: dryRun) { try await desk.discardVisit(visit) }
  }
}

extension VisitDraft {
  /// The most letters of a part.
  static let longest = 5000
  /// The minutes that a visit can take.
  package static let possibleMinutes = 1...720

  /// - Throws: `VisitRefusal.unreadable` with what cannot be kept.
  func check() throws {
    var faults: [String] = []
    if let minutes, !Self.possibleMinutes.contains(minutes) {
      faults.append("minutes: \(Self.possibleMinutes.lowerBound) to \(Self.possibleMinutes.upperBound)")
    }
    if heldOn.year < 1950 || heldOn.year > 2199 { faults.append("date: \(heldOn.iso) cannot be the day of a visit") }
    for part in VisitNote.Part.allCases where (note[part]?.characterLength ?? 0) > Self.longest {
      faults.append("\(part.heading): more than \(Self.longest) letters")
    }
    guard faults.isEmpty else { throw CareRefusal.visit(.unreadable(faults)) }
  }
}

extension ContentPack {
  /// The measures of pain in a form and its reason for the visit, as a therapist would note them.
  fileprivate func opening(of answers: Answers, sentOn day: CalendarDate) -> String? {
    let scores = ["pain.now", "pain.avg7"].compactMap { id -> String? in
      guard let question = question(Question.ID(rawValue: id)), let value = answers[question.id] else { return nil }
      return "\(question.text): \(value.lines(to: question, in: self).joined(separator: ", "))"
    }
    let reason = answers["visit.reason"].flatMap { value in
      question("visit.reason").map { value.lines(to: $0, in: self).joined(separator: "; ") }
    }
    let lines = [reason].compactMap(\.self) + scores
    return lines.isEmpty ? nil : lines.joined(separator: "\n") + "\n(from the form of \(answerWords.day(day)))"
  }
}
