import Care
import Clinical
import JSON
import Records

extension Intake.State {
  var styled: StyledText {
    switch self {
    case .accepted: StyledText("✓ accepted", .green)
    case .flagged: StyledText("! flagged", .red)
    case .submitted: "○ to review"
    case .returned: StyledText("↩ returned", .yellow)
    case .amended: "○ amended"
    }
  }
}

extension Intake {
  func json(_ pack: ContentPack) -> JSON {
    [
      "id": .string(id.description), "short_id": .string(shortID), "client": .string(client.description),
      "client_name": .string(clientName), "submitted_at": JSON(submittedAt), "content_version": .string(contentVersion),
      "answers": answers.json, "redflags": .array(flags.map { $0.json(pack) }), "massage": .string(massage.rawValue),
      "state": .string(state.rawValue), "ordinal": .integer(ordinal),
    ]
  }

  /// - Parameter client: the client's short id.
  func report(_ pack: ContentPack, _ console: Console, notices: [ClientNotice], of client: String) -> Report {
    var report = Report()
    report.title(
      StyledText(clientName, .bold), StyledText(shortID, .cyan), state.styled, StyledText(Moment.local(submittedAt)))
    report.date(of: self)
    report.notices(notices, client: client, pack)
    report.laterForm(self)
    report.headline(of: self, pack)
    report.answers(of: self, pack, console)
    return report
  }
}

extension Report {
  /// Says when a form was typed in that is dated earlier. The day of a form that a client sends is the daemon's, which may
  /// be the one before.
  fileprivate mutating func date(of intake: Intake) {
    guard case .text(let text)? = intake.answers["visit.date"], let day = CalendarDate(iso: text),
      let sent = try? CalendarDate.local(intake.submittedAt), let next = day.adding(days: 1), next < sent
    else { return }
    paragraph("Dated \(Moment.day(day)), and typed in on \(Moment.localDay(intake.submittedAt)).", .yellow)
  }

  /// Says that an intake is not the first that came through its link.
  mutating func laterForm(_ intake: Intake) {
    guard intake.ordinal > 1 else { return }
    paragraph(
      "Form no. \(intake.ordinal) of the same link: another browser, or other answers. The first one is unchanged.",
      .yellow)
  }

  /// What a therapist must know first: the client's own words that raised a flag, whether to massage, what was not
  /// answered, the red flags, and what to ask in person.
  mutating func headline(of intake: Intake, _ pack: ContentPack) {
    for flag in intake.flags.mostUrgentFirst.compactMap({ pack.redFlag($0.flag) }) {
      for quote in pack.quotes(for: flag, in: intake.answers) {
        paragraph("“\(quote)”", .red, marker: StyledText("!", .red))
      }
    }
    paragraph(intake.massage.sentence(isFlagged: !intake.flags.isEmpty), intake.massage == .ok ? .plain : .red)
    let unanswered = pack.unansweredSafety(in: intake.answers)
    if !unanswered.isEmpty {
      paragraph("Not answered, and read by a red flag: " + unanswered.map(\.text).joined(separator: " "), .yellow)
    }
    flags(intake.flags, pack)
    let points = pack.talkingPoints(for: pack.assess(intake.answers))
    if !points.isEmpty { heading("Ask in person") }
    for point in points { paragraph(point.text, marker: "?") }
  }

  /// Adds all answers, section by section after the body chart.
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

  /// Adds the marked regions as a drawing, and in words with the same numbers.
  private mutating func bodyChart(_ marked: [MarkedRegion], _ pack: ContentPack, _ console: Console) {
    heading("Where")
    verbatim(BodyChartText.lines(marked.map(\.region), pack, width: console.width, colour: console.output.colour))
    for (index, region) in marked.enumerated() {
      paragraph(region.line(in: pack), marker: StyledText(BodyChartText.sign(index), .red))
    }
  }

  private mutating func answer(_ answer: AnswerValue, to question: Question, _ pack: ContentPack) {
    let marker: StyledText = answer.isList ? "·" : ""
    for line in answer.lines(to: question, in: pack) { paragraph(line, marker: marker, indent: 2) }
  }
}

extension AnswerValue {
  /// Whether the answer is a list of entries, each of which gets a bullet.
  fileprivate var isList: Bool {
    switch self {
    case .choices, .regions, .rows: true
    case .text, .number, .consent: false
    }
  }
}
