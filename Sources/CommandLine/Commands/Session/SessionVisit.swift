import Care
import Clinical
import Records

extension SessionWalk {
  /// Takes the visit down part by part, each kept at once, and signs it.
  func writeDown(_ open: Visit?) async throws {
    let visits = Visits(at: desk)
    let opening = try await visits.opening(for: client)
    var (draft, record) = (open?.draft ?? opening.draft, open)
    for part in VisitNote.Part.allCases {
      if let last = opening.last?.note[part] { console.note(last, sign: StyledText("last time:", .dim)) }
      if let proposed = draft.note[part] { console.note(proposed, sign: StyledText("now:", .dim)) }
      let typed = try ask("\(part.heading)\(draft.note[part] == nil ? "" : " (Enter: as above)"):")
      if !typed.isEmpty { draft.note[part] = typed }
      guard !draft.note.isEmpty else { continue }
      record = try await visits.keep(draft, in: record, of: client)
    }
    while true {
      let typed = try ask("Minutes; Enter: \(draft.minutes.map(String.init) ?? "not said"):")
      guard !typed.isEmpty else { break }
      let possible = VisitDraft.possibleMinutes
      guard let minutes = Int(typed), possible.contains(minutes) else {
        console.warn("A number from \(possible.lowerBound) to \(possible.upperBound).")
        continue
      }
      draft.minutes = minutes
      break
    }
    guard !draft.note.isEmpty else { return console.note("Nothing was written down.") }
    try await finish(try await visits.keep(draft, in: record, of: client))
  }

  private func finish(_ visit: Visit) async throws {
    guard try agrees("Sign the visit? It is only added to after that.") else {
      return console.next("plumbline visit edit \(visit.shortID)", "it is a draft")
    }
    do {
      try await Visits(at: desk).sign(visit, dryRun: false)
      did("Visit \(visit.shortID) signed.")
    } catch let refusal as CareRefusal {
      console.warn(CommandError(refusal).reasons.joined(separator: " "))
      console.next("plumbline visit edit \(visit.shortID)", "it is a draft")
    }
  }
}
