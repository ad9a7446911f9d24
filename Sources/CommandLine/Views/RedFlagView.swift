import Care
import Clinical
import JSON
import Records

extension RedFlag.Urgency {
  var style: StyledText.Style { self >= .urgent ? .red : .yellow }

  /// The urgency as a heading.
  var demand: String {
    switch self {
    case .emergency: "EMERGENCY"
    case .urgent: "URGENT"
    case .refer: "REFER"
    case .caution: "CAUTION"
    }
  }
}

extension RedFlag {
  /// The urgency, the title and what the therapist should do.
  var demand: String { "\(urgency.demand)  \(title): \(therapistAction)" }
}

extension IntakeFlag {
  func json(_ pack: ContentPack) -> JSON {
    let definition = pack.redFlag(flag)
    return [
      "id": .string(flag.rawValue), "urgency": .string(urgency.rawValue), "title": .string(title),
      "client_message": JSON(definition?.clientMessage), "therapist_action": JSON(definition?.therapistAction),
      "massage": JSON(definition?.massage.rawValue), "acknowledged": .bool(acknowledgedAt != nil),
      "acknowledged_at": JSON(acknowledgedAt), "action": JSON(action), "note": JSON(note),
    ]
  }
}

extension KnownFlag {
  /// What was done about it, and what it is: `as last time: adapt, “small packs”  Cold-sensitive  (rf.cold_sensitive)`.
  var line: String {
    "as last time: \(action.rawValue), “\(note.onOneLine)”  \(flag.title)  (\(flag.flag))"
  }
}

extension Report {
  /// Adds red flags, the most urgent first, each with what the therapist should do.
  mutating func flags(_ flags: [IntakeFlag], _ pack: ContentPack) {
    guard !flags.isEmpty else { return }
    heading("Red flags")
    for flag in flags.mostUrgentFirst {
      let open = flag.acknowledgedAt == nil
      paragraph(
        "\(flag.urgency.demand)  \(flag.title)  (\(flag.flag))", open ? flag.urgency.style : .plain,
        marker: open ? StyledText("!", flag.urgency.style) : StyledText("✓", .green))
      if let acknowledged = flag.acknowledgedAt {
        paragraph("acknowledged \(Moment.local(acknowledged)): \(flag.action ?? "")", .dim, indent: 2)
        if let note = flag.note, !note.isEmpty { paragraph(note, .dim, indent: 2) }
      } else if let definition = pack.redFlag(flag.flag) {
        paragraph(definition.therapistAction, indent: 2)
      }
    }
  }
}
