import Clinical
import Typesetting

/// An intake to print, independent of how records are kept.
package struct IntakeSource: Sendable {
  package struct Flag: Sendable {
    package var id: RedFlag.ID
    /// The therapist's action, and what they told the client; nil until the flag is acknowledged.
    package var handled: (action: String, note: String)?

    package init(id: RedFlag.ID, handled: (action: String, note: String)?) {
      self.id = id
      self.handled = handled
    }
  }

  package var practiceName: String
  package var clientName: String
  package var submittedOn: CalendarDate
  package var massage: MassageAdvice
  package var state: String
  package var flags: [Flag]
  package var answers: Answers

  package init(
    practiceName: String, clientName: String, submittedOn: CalendarDate, state: String, massage: MassageAdvice,
    flags: [Flag], answers: Answers
  ) {
    self.practiceName = practiceName
    self.clientName = clientName
    self.submittedOn = submittedOn
    self.massage = massage
    self.state = state
    self.flags = flags
    self.answers = answers
  }
}

extension Handout {
  /// Makes an intake for the file: red flags first, then every answer in full.
  package init(_ intake: IntakeSource, content: ContentPack) {
    let (numbers, words) = (content.questionNumbers, standardWords)
    var blocks: [Block] = [
      .letterhead(name: intake.practiceName, contact: nil),
      .title(words.intake, subtitle: intake.clientName, address: nil),
      .facts([
        .init(label: words.sent, value: words.day(intake.submittedOn)), .init(label: words.state, value: intake.state),
        .init(label: words.massage, value: words.massage(intake.massage, isFlagged: !intake.flags.isEmpty)),
        .init(label: words.contentVersion, value: content.version),
      ]),
    ]
    let flags = intake.flags.compactMap { flag in content.redFlag(flag.id).map { (flag: $0, handled: flag.handled) } }
      .filter { !$0.flag.isPrivate }
    for urgency in RedFlag.Urgency.allCases.reversed() {
      let lines = flags.filter { $0.flag.urgency == urgency }.map { entry in
        let handled = entry.handled.map { words.flagAcknowledged($0.action, note: $0.note) }
        return "\(entry.flag.title): \(entry.flag.therapistAction) \(handled ?? words.flagNotAcknowledged)"
      }
      if lines.isEmpty { continue }
      blocks.append(
        .callout(title: words.urgency(urgency), lines: lines, tone: urgency == .caution ? .calm : .warning))
    }
    if case .regions(let marked) = intake.answers["pain.map"], !marked.isEmpty {
      blocks += [.heading(words.bodyChart), .regions(marked.compactMap { content.mark($0) })]
    }
    for section in content.sections.sorted(by: { $0.order < $1.order }) {
      let answered = content.asked(in: section).compactMap { question -> Question? in
        guard let value = intake.answers[question.id] else { return nil }
        return Question(
          number: numbers[question.id] ?? 0, text: question.text, note: nil,
          answers: value.lines(to: question, in: content), choices: [], isRow: false, blankLines: 0)
      }
      if !answered.isEmpty { blocks += [.heading(section.title), .questions(answered)] }
    }
    self.init(
      metadata: Metadata(
        title: words.intakeTitle(client: intake.clientName).canonical, author: intake.practiceName.canonical,
        subject: words.intake, keywords: words.intakeKeywords, language: words.language, date: intake.submittedOn.iso),
      blocks: blocks.map(\.canonical),
      running: Self.running(
        intake.practiceName, words.intakeRunning(client: intake.clientName), words.day(intake.submittedOn)))
  }
}
