import Clinical
import Records

extension IntakeSummary {
  static let fields: [Field<IntakeSummary>] = [
    Field("id", value: { .string($0.id.description) }),
    Field("short_id", "ID", value: { .string($0.shortID) }, shown: { Inked($0.shortID, .cyan) }),
    Field("client", value: { .string($0.client.description) }),
    Field("client_name", "Client", value: { .string($0.clientName) }, shown: { Inked($0.clientName, .bold) }),
    Field(
      "submitted_at", "Sent", rank: 1, value: { JSON($0.submittedAt) }, shown: { Inked(Moment.local($0.submittedAt)) }),
    Field("state", "State", value: { .string($0.state.rawValue) }, shown: { $0.state.inked }),
    Field(
      "open_flags", "Red flags", value: { .integer($0.openFlags) },
      shown: { $0.openFlags == 0 ? "" : Inked("! \($0.openFlags) \($0.highestUrgency?.rawValue ?? "")", .red) }),
    Field("highest_urgency", value: { JSON($0.highestUrgency?.rawValue) }),
  ]

  /// Emergencies first, then by urgency, then the longest waiting.
  static func mostPressingFirst(_ left: IntakeSummary, _ right: IntakeSummary) -> Bool {
    let ranks = [left, right].map { $0.highestUrgency?.rank ?? 0 }
    return ranks[0] == ranks[1] ? left.submittedAt < right.submittedAt : ranks[0] > ranks[1]
  }
}

extension Intake.State {
  /// For a therapist to look at it.
  var waits: Bool { self == .submitted || self == .flagged || self == .amended }

  var inked: Inked {
    switch self {
    case .accepted: Inked("✓ accepted", .green)
    case .flagged: Inked("! flagged", .red)
    case .submitted: "○ to review"
    case .returned: Inked("↩ returned", .yellow)
    case .amended: "○ amended"
    }
  }
}

extension RedFlag.Urgency {
  /// 1 caution, 2 refer, 3 urgent, 4 emergency.
  var rank: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  var ink: Ink { rank >= 3 ? .red : .yellow }

  /// As a heading: what it asks for.
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
  /// What it asks for, what it is, and what to do about it.
  var demand: String { "\(urgency.demand)  \(title): \(therapistAction)" }
}

extension MassageAdvice {
  var sentence: String {
    switch self {
    case .ok: "Nothing speaks against massage."
    case .modify: "Massage, adapted."
    case .defer: "No massage today: wait until this is looked at."
    case .stop: "No massage. Refer."
    }
  }
}

extension Intake {
  func json(_ pack: ContentPack) -> JSON {
    [
      "id": .string(id.description), "short_id": .string(shortID), "client": .string(client.description),
      "client_name": .string(clientName), "submitted_at": JSON(submittedAt), "content_version": .string(contentVersion),
      "answers": answers.json, "redflags": .array(flags.map { $0.json(pack) }), "massage": .string(massage.rawValue),
      "state": .string(state.rawValue),
    ]
  }

  func sheet(_ pack: ContentPack, _ console: Console) -> Sheet {
    var sheet = Sheet()
    sheet.title(Inked(clientName, .bold), Inked(shortID, .cyan), state.inked, Inked(Moment.local(submittedAt)))
    sheet.paragraph(massage.sentence, massage == .ok ? .plain : .red)
    sheet.flags(flags, pack)
    sheet.answers(of: self, pack, console)
    return sheet
  }
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

extension Intake {
  /// Those of these red flags that it does not raise itself.
  func others(of flags: [RedFlag.ID], _ pack: ContentPack) -> [RedFlag] {
    let own = Set(self.flags.map(\.flag))
    return flags.filter { !own.contains($0) }.compactMap(pack.redFlag)
  }
}

extension [IntakeFlag] {
  var mostUrgentFirst: [IntakeFlag] { sorted { ($0.urgency.rank, $1.flag) > ($1.urgency.rank, $0.flag) } }
}

extension Sheet {
  /// Red flags, the most urgent first, each with what to do about it.
  mutating func flags(_ flags: [IntakeFlag], _ pack: ContentPack) {
    guard !flags.isEmpty else { return }
    heading("Red flags")
    for flag in flags.mostUrgentFirst {
      let open = flag.acknowledgedAt == nil
      paragraph(
        "\(flag.urgency.demand)  \(flag.title)  (\(flag.flag))", open ? flag.urgency.ink : .plain,
        marker: open ? Inked("!", flag.urgency.ink) : Inked("✓", .green))
      if let acknowledged = flag.acknowledgedAt {
        paragraph("looked at \(Moment.local(acknowledged)): \(flag.action ?? "")", .dim, indent: 2)
        if let note = flag.note, !note.isEmpty { paragraph(note, .dim, indent: 2) }
      } else if let definition = pack.redFlag(flag.flag) {
        paragraph(definition.therapistAction, indent: 2)
      }
    }
  }
}

extension Sheet {
  /// Everything that was answered, section by section; the body chart first.
  mutating func answers(of intake: Intake, _ pack: ContentPack, _ console: Console) {
    let answers = intake.answers
    if case .regions(let marked) = answers["pain.map"], !marked.isEmpty { bodyChart(marked, pack, console) }
    for section in pack.sections.sorted(by: { $0.order < $1.order }) {
      let answered = pack.questions.filter {
        $0.section == section.id && $0.kind != .regionMap && answers[$0.id] != nil
      }
      guard !answered.isEmpty else { continue }
      heading(section.title)
      for question in answered.sorted(by: { $0.order < $1.order }) {
        guard let answer = answers[question.id] else { continue }
        paragraph(question.text, .dim)
        self.answer(answer, to: question, pack)
      }
    }
  }

  /// Where it hurts, drawn, and in words with the same numbers.
  private mutating func bodyChart(_ marked: [MarkedRegion], _ pack: ContentPack, _ console: Console) {
    heading("Where")
    verbatim(BodyChartText.lines(marked.map(\.region), pack, width: console.width, colour: console.output.colour))
    for (index, region) in marked.enumerated() {
      paragraph(region.line(pack), marker: Inked(BodyChartText.sign(index), .red))
    }
  }

  private mutating func answer(_ answer: AnswerValue, to question: Question, _ pack: ContentPack) {
    for line in answer.lines(of: question, pack) {
      let entry = line.hasPrefix("· ")
      paragraph(entry ? String(line.dropFirst(2)) : line, marker: entry ? "·" : "", indent: 2)
    }
  }
}
