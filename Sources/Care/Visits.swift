import Clinical
import Foundation
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
  /// Returns a visit of today to be filled in: as long as the last one, and with what the client has told since that was
  /// written down, in a form or in a check-in.
  ///
  /// - Returns: the draft, and the last visit.
  package func opening(for client: Client) async throws -> (draft: VisitDraft, last: Visit?) {
    let last = try await desk.visits(of: client.id).first
    var draft = VisitDraft(heldOn: try .today(), minutes: last?.minutes)
    let form = try await desk.intakes(of: client.id).first { $0.state != .returned && $0.ordinal == 1 }
    let checkIn = try await desk.checkIns(of: client.id).first
    var said: [String] = []
    if let form, try last?.isBefore(form.submittedAt) ?? true {
      let pack = try await desk.content(form.contentVersion)
      said += pack.opening(of: form.answers, sentOn: try .local(form.submittedAt))
    }
    if let checkIn, try last?.isBefore(checkIn.submittedAt) ?? true {
      let pack = try await desk.content(checkIn.contentVersion)
      said += pack.opening(ofCheckIn: checkIn.answers, sentOn: try .local(checkIn.submittedAt))
    }
    draft.note[.said] = said.isEmpty ? nil : said.joined(separator: "\n")
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

  /// Keeps what was written down in a draft, which is begun with the first of it.
  package func keep(_ words: VisitDraft, in draft: Visit?, of client: Client) async throws -> Visit {
    guard let draft else { return try await record(words, of: client, dryRun: false) }
    return try await edit(draft, to: words, dryRun: false)
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

extension Visit {
  /// Whether something was told after it: on a later day, or later than it was written down.
  fileprivate func isBefore(_ told: Date) throws -> Bool {
    try heldOn < CalendarDate.local(told) || recordedAt < told
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
  fileprivate func opening(of answers: Answers, sentOn day: CalendarDate) -> [String] {
    let scores = ["pain.now", "pain.avg7"].compactMap { question($0) }.compactMap { told($0, answers) }
    let reason = answers["visit.reason"].flatMap { value in
      question("visit.reason").map { value.lines(to: $0, in: self).joined(separator: "; ") }
    }
    let lines = [reason].compactMap(\.self) + scores
    return lines.isEmpty ? [] : lines + ["(from the form of \(answerWords.day(day)))"]
  }

  /// Returns these measures in a check-in, and how the client feels compared with the start.
  fileprivate func opening(ofCheckIn answers: Answers, sentOn day: CalendarDate) -> [String] {
    let asked: [Question.ID] = ["checkin.pain_now", "checkin.pain_avg7", "checkin.change"]
    let lines = asked.compactMap { checkIn.question($0) }.compactMap { told($0, answers) }
    return lines.isEmpty ? [] : lines + ["(from the check-in of \(answerWords.day(day)))"]
  }

  private func told(_ question: Question, _ answers: Answers) -> String? {
    answers[question.id].map { value in
      let said = value.lines(to: question, in: self).joined(separator: ", ")
      return "\(question.text)\(question.text.hasSuffix("?") ? "" : ":") \(said)"
    }
  }
}
