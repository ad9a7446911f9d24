import Clinical
import Records

/// A red flag of a returning client that was acknowledged with their last accepted intake, and for which every answer
/// that its rule reads is what it was.
package struct KnownFlag: Sendable {
  package let flag: IntakeFlag
  package let action: FlagAction
  /// What was noted about it then.
  package let note: String
}

extension IntakeInReview {
  /// The open red flags that may be acknowledged as they were the last time. An urgent one is never among them: it is
  /// asked about anew each time.
  package var knownFlags: [KnownFlag] {
    guard let previous else { return [] }
    return intake.openFlags.compactMap { flag in
      guard flag.urgency < .urgent, let before = previous.flags.first(where: { $0.flag == flag.flag }),
        before.urgency == flag.urgency, let action = before.action.flatMap(FlagAction.init), let note = before.note,
        let definition = pack.redFlag(flag.flag), pack.answersAlike(intake.answers, previous.answers, for: definition)
      else { return nil }
      return KnownFlag(flag: flag, action: action, note: note)
    }
  }
}

extension Intakes {
  /// Acknowledges red flags as they were the last time, each with its own action and note.
  package func acknowledge(_ known: [KnownFlag], of intake: Intake, dryRun: Bool) async throws {
    try await desk.perform(dryRun: dryRun) {
      for one in known {
        try await desk.acknowledgeFlag(
          one.flag.flag, of: intake.id, action: one.action.rawValue, note: "As last time: \(one.lastNote)")
      }
    }
  }
}

extension KnownFlag {
  /// The note without the words that an acknowledgement of this kind puts before it.
  fileprivate var lastNote: String {
    let lead = "As last time: "
    return note.hasPrefix(lead) ? String(note.dropFirst(lead.count)) : note
  }
}
