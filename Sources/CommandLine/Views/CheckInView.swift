import Care
import Clinical
import JSON
import Records

extension CheckIn {
  static let columns: [Column<CheckIn>] = [
    Column("id", value: { .string("\($0.id)") }),
    Column("short_id", "ID", value: { .string($0.shortID) }, shown: { StyledText($0.shortID, .cyan) }),
    Column("client", value: { .string("\($0.client)") }),
    Column("client_name", value: { .string($0.clientName) }),
    Column("plan", value: { .string("\($0.plan)") }),
    Column(
      "submitted_at", "Told", value: { JSON($0.submittedAt) }, shown: { StyledText(Moment.local($0.submittedAt)) }),
    Column("form", "Form", rank: 3, value: { .string($0.kind.rawValue) }),
    Column("pain", "Pain", alignment: .right, value: { $0.answers["checkin.pain_avg7"].figures }),
    Column("days_done", "Days done", rank: 2, alignment: .right, value: { $0.answers["checkin.days_done"].figures }),
    Column(
      "open_flags", "Flags", alignment: .right, value: { .integer($0.openFlags.count) },
      shown: { $0.openFlags.isEmpty ? "" : StyledText("! \($0.openFlags.count)", .red) }),
    Column(
      "read", "Read", rank: 1, value: { .bool($0.readAt != nil) },
      shown: { $0.readAt == nil ? "○ not yet" : StyledText("✓ \($0.readBy ?? "")", .green) }),
    Column("paused_items", value: { JSON($0.pausedItems.map(\.rawValue)) }),
  ]
}

extension AnswerValue? {
  fileprivate var figures: JSON {
    if case .number(let number)? = self { JSON(number: number) } else { .null }
  }
}

extension CheckInNews {
  var json: JSON {
    let given = pack.checkIn.entries.compactMap { entry in
      checkIn.answers[entry.question.id].map { JSON.Member(entry.question.id.rawValue, $0.json) }
    }
    return JSON(checkIn, CheckIn.columns).adding([
      "answers": .object(given), "redflags": .array(checkIn.flags.map { $0.json(pack) }),
      "advice": JSON(advice.map { $0.words(pack) }), "read_at": JSON(checkIn.readAt),
      "note": JSON(checkIn.note),
    ])
  }

  var report: Report {
    var report = Report()
    report.title(
      StyledText(checkIn.clientName, .bold), StyledText(checkIn.shortID, .cyan),
      StyledText(Moment.local(checkIn.submittedAt)))
    report.flags(checkIn.flags, pack)
    if !advice.isEmpty { report.heading("What it asks of you") }
    for one in advice { report.paragraph(one.words(pack), marker: "·") }
    report.heading("What the client told")
    for entry in pack.checkIn.entries {
      guard let answer = checkIn.answers[entry.question.id] else { continue }
      // A question is too long for the label of a fact on a narrow terminal.
      report.paragraph(entry.question.text, .dim)
      for line in answer.told(to: entry.question, pack) { report.paragraph(line, indent: 2) }
    }
    report.fact("Plan", "\(checkIn.planShortID), \(checkIn.planState.rawValue)")
    if let readAt = checkIn.readAt { report.fact("Read", "\(Moment.local(readAt)), \(checkIn.readBy ?? "")") }
    report.fact("Note", checkIn.note)
    return report
  }

  /// The client and what is to be known, on one line.
  var line: String { "\(checkIn.clientName): \(words)" }

  /// What is to be known.
  var words: String {
    let flags = checkIn.openFlags.mostUrgentFirst.map { "\($0.urgency.demand) \($0.title)" }
    let said = flags + advice.map { $0.words(pack) }
    return said.isEmpty ? "no red flag, no advice" : said.joined(separator: "; ")
  }
}

extension AnswerValue {
  /// The answer in words; of the items of the plan, those of which something is said.
  fileprivate func told(to question: Question, _ pack: ContentPack) -> [String] {
    guard case .rows(let rows) = self else { return lines(to: question, in: pack) }
    return rows.map { row in
      let title = row["item"].flatMap { pack.item(HomeCareItem.ID(rawValue: $0))?.title } ?? row["item"] ?? ""
      let parts = [
        row["times"].map { "\($0) times" }, row["helped"].map { "helped: \($0)" },
        row["hurt"].map { "hurt: \($0.replacing("_", with: " "))" },
      ]
      return "\(title) (\(parts.compactMap(\.self).joined(separator: ", ")))"
    }
  }
}

extension FollowUpAdvice {
  /// What the therapist should know and may do.
  func words(_ pack: ContentPack) -> String {
    switch self {
    case .worry: "something worries the client; call them"
    case .stopSign: "a stop sign of the plan occurred; call them"
    case .hurts(let items):
      "hurts a lot: \(items.map { pack.item($0)?.title ?? $0.rawValue }.joined(separator: ", ")); it is paused"
    case .newMedicine(let words):
      "a new medicine or illness\(words.map { ", “\($0.onOneLine)”" } ?? ""); have the form filled again"
    case .worse(let pain, let change):
      [
        pain.map { "pain rose from \($0.from.inFigures) to \($0.to.inFigures) of 10" },
        change.map { "feels worse than at the start (\($0) of -3 to 3)" }, "go back a phase",
      ].compactMap(\.self).joined(separator: ", ")
    case .seePhysician(let times): "worse \(times) times in a row; suggest the physician (hc.ref_physician)"
    case .noGain(let weeks):
      "no change that matters in pain and function after \(weeks.counted("week")); review the plan, suggest the physician"
    case .good(let items):
      "better, and it stays so; the next phase or maintenance (hc.maintenance) with \(items) items"
    case .lowAdherence(let days, let items):
      "done on \(days) of 7 days; ask why, and keep at most \(items) items"
    }
  }
}
