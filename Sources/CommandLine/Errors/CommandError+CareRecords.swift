import Care
import Clinical
import Records

/// The words of what `Care` refuses about intakes, evaluations, visits, clients and what they agree to, and practices.
extension CommandError {
  static func notAcknowledged(_ flags: Int) -> String {
    "\(flags.counted("red flag")) \(flags == 1 ? "is" : "are") not acknowledged."
  }

  init(_ refusal: IntakeRefusal) {
    switch refusal {
    case .unacknowledgedFlags(let flags, let intake):
      self.init(
        .refused, Self.notAcknowledged(flags.count),
        why: flags.map { "\($0.urgency.demand)  \($0.title)  (\($0.flag))" },
        next: ["plumbline intake review \(intake.shortID)"])
    case .flagNotRaised(let flag, let intake):
      self.init(
        .notFound, "this intake has no flag “\(flag)”.", why: intake.flags.map { "\($0.flag): \($0.title)" },
        next: ["plumbline intake show \(intake.shortID)"])
    case .emptyNote:
      self.init(.usage, "the note is empty.", next: "Write what you told the client, and why.")
    case .noQuestion(let question):
      self.init(.notFound, "the form has no question “\(question)”.", next: "plumbline form list")
    case .noEarlierIntake(let intake):
      self.init(
        .notFound, "there is no accepted intake of \(intake.clientName) before this one.",
        next: "plumbline intake show \(intake.shortID)")
    case .problems(let problems):
      self.init(
        .usage,
        "\(problems.count.counted("answer")) \(problems.count == 1 ? "is" : "are") missing or impossible; "
          + "nothing was saved.",
        why: problems.map { "\($0.question): \($0.message) \($0.hint)" }, next: ["plumbline form show QUESTION"])
    case .notTaken(let claims, let intake, let cause, let pauses):
      self.init(claims, notTakenFrom: intake, CommandError(cause), pauses)
    }
  }

  /// Says that the intake is accepted nevertheless, how to record its answers, and which plans are still out.
  private init(_ claims: [ClientClaim], notTakenFrom intake: Intake, _ cause: CommandError, _ pauses: PlanPauses) {
    let stillOut = pauses.stillOut.map { CommandError(CareRefusal.plan(.stillOut($0.plans, cause: $0.cause))) }
    let fields = claims.map(\.detail.rawValue).joined(separator: ",")
    self.init(
      cause.status, "intake \(intake.shortID) is accepted, but the record could not be changed.",
      why: cause.reasons + (stillOut?.reasons ?? []),
      next: (stillOut?.next ?? [])
        + ["plumbline intake accept \(intake.shortID) --take \(fields)    takes the client's answers"])
  }

  init(_ refusal: EvaluationRefusal) {
    switch refusal {
    case .noTaps(let record):
      self.init(
        .refused, "nothing is measured on photos of evaluation \(record.shortID).",
        why: "No landmarks are tapped on photos of it, or too few for any measure.",
        next: "plumbline evaluation photo \(record.clientName.quotedForShell)")
    case .empty(let record):
      self.init(
        .refused, "evaluation \(record.shortID) of \(record.clientName) is empty: there is nothing to sign.",
        next: [
          "plumbline evaluation edit \(record.shortID)    fills it in",
          "plumbline evaluation discard \(record.shortID)    removes it",
        ])
    case .unreadable(let faults):
      self.init(.usage, "Some lines cannot be read:", why: faults)
    case .nothingToCompare(let client, let count):
      self.init(
        .notFound,
        "\(client.label) has \(count == 0 ? "no" : "only one") signed evaluation, and only signed ones are compared.",
        next: "plumbline evaluation new \(client.shortID)")
    case .noEvaluation(let name, let records):
      self.init(
        .notFound, "this client has no evaluation “\(name)”.",
        why: records.map { "\($0.shortID), \(Moment.localDay($0.recordedAt))" },
        next: ["plumbline evaluation compare CLIENT --with first"])
    }
  }

  init(_ refusal: OwnItemRefusal) {
    switch refusal {
    case .unfit(let faults): self.init(.usage, "this cannot be kept as an item; it lacks or has wrong:", why: faults)
    case .unknown(let name, let known):
      self.init(
        .notFound, "the practice has no item “\(name)” of its own.", why: known.map(\.rawValue),
        next: ["plumbline item list"])
    }
  }

  init(_ refusal: VisitRefusal) {
    switch refusal {
    case .unreadable(let faults):
      self.init(.usage, "this cannot be kept as a visit:", why: faults)
    case .notWhole(let visit, let missing):
      self.init(
        .refused, "visit \(visit.shortID) of \(visit.clientName) is not complete.",
        why: missing.map { "It does not say \($0)." }, next: ["plumbline visit edit \(visit.shortID)"])
    case .toCome(let visit):
      self.init(
        .refused, "visit \(visit.shortID) is still to come: it is dated \(Moment.day(visit.heldOn)).",
        next: "plumbline visit edit \(visit.shortID) --date YYYY-MM-DD")
    }
  }

  init(_ refusal: CheckInRefusal) {
    switch refusal {
    case .flagsNeedAnAnswer(let checkIn):
      self.init(
        .refused, "this check-in of \(checkIn.clientName) raised \(checkIn.openFlags.count.counted("red flag")).",
        why: checkIn.openFlags.map { "\($0.urgency.demand)  \($0.title)  (\($0.flag))" },
        next: ["plumbline checkin ack \(checkIn.shortID) --action refer|adapt|proceed --note-file FILE"])
    case .nothingToAct(let checkIn):
      self.init(
        .usage, "this check-in of \(checkIn.clientName) raised no red flag: there is nothing that an action answers.",
        next: "plumbline checkin ack \(checkIn.shortID) --note-file FILE    keeps a note with it")
    case .readAlready(let checkIn):
      self.init(
        .changed,
        "this check-in was acknowledged already\(checkIn.readBy.map { " by \($0)" } ?? ""); nothing was noted.",
        next: "plumbline client note \(checkIn.clientName.quotedForShell)    adds a note to the client's record")
    }
  }

  init(_ refusal: ClientRefusal) {
    switch refusal {
    case .severalLines(let detail):
      self.init(
        .usage, "the \(detail.noun) has a line break or a control character in it.",
        next: "Write it on one line.")
    case .nameTooLong(let length, let longest):
      self.init(
        .usage, "this name is too long: \(length) characters.", next: "Write it with at most \(longest) characters.")
    case .noEmailAddress(let text):
      self.init(.usage, "“\(text)” is not an e-mail address.", next: "Write it whole, such as ana@example.org.")
    case .noPhoneNumber(let text):
      self.init(
        .usage, "“\(text)” is not a phone number.", next: "Write 5 to 32 digits and signs, such as +351 912 345 678.")
    case .noDay(let text): self = CalendarDate.unreadable(text)
    case .birthToCome(let day):
      self.init(
        .usage, "nobody can be born on \(day.iso).", why: "That day is still to come.",
        next: "Correct the date of birth: year, month and day as YYYY-MM-DD.")
    case .tooOld(let day, let oldest):
      self.init(
        .usage, "nobody can be born on \(day.iso).", why: "That is more than \(oldest) years ago.",
        next: "Correct the date of birth: year, month and day as YYYY-MM-DD.")
    case .nextVisitIsOver(let day, let today):
      self.init(
        .usage, "the next visit cannot be on \(day.iso).", why: "That day is over: today is \(today.iso).",
        next: "Name today or a day to come.")
    case .sameRecord(let client):
      self.init(.usage, "both are \(client.label).", next: "plumbline client list")
    }
  }

  init(_ refusal: ConsentRefusal) {
    switch refusal {
    case .withheld(let consents, let client):
      self.init(
        .refused, "\(client.label) does not agree to what this rests on.",
        why: consents.map { "\($0.state.rawValue): \($0.words ?? $0.id.rawValue)  (\($0.id.shortConsent))" },
        next: [
          "plumbline client consent \(client.shortID) --renew \(consents[0].id.shortConsent) --from sheet"
            + "    once they agree",
          "plumbline client consent \(client.shortID) --override \(consents[0].id.shortConsent) --reason-file FILE"
            + "    if you answer for it",
        ])
    case .unknown(let consent, let known):
      self.init(
        .notFound, "the form asks for no consent “\(consent)”.",
        why: ["It asks for: \(known.map(\.shortConsent).joined(separator: ", "))"],
        next: ["plumbline client consent CLIENT"])
    }
  }

  init(_ refusal: MessageRefusal) {
    switch refusal {
    case .noAddress(let client, let channel, let plan):
      let (field, name) = channel == .email ? ("email", "e-mail address") : ("phone", "phone number")
      self.init(
        .refused, "the record of \(client.label) has no \(name).",
        next: [
          "plumbline client edit \(client.shortID) --set \(field)=…",
          plan.map { "plumbline plan link \($0.shortID)    shows a new link to you" }
            ?? "plumbline invite link \(client.shortID)    shows the link to you",
        ])
    case .outboxHasNeverRun:
      self.init(
        .changed, "nothing can be sent yet: the outbox has never run.",
        why: "Its first run makes the key to which links are sealed.",
        next: "systemctl enable --now plumbline-outbox.timer    on the machine that sends; or plumbline outbox run")
    }
  }

  init(_ refusal: PracticeRefusal) {
    switch refusal {
    case .mustBeAsked(let kept):
      self.init(
        .usage, "every client is asked \(kept.count == 1 ? "this question" : "these questions").",
        why: kept.map { "\($0.question.text)  (\($0.question.id)): \($0.reason.words)" },
        next: ["plumbline form list    says which questions there are"])
    }
  }
}

extension KeptQuestion.Reason {
  fileprivate var words: String {
    switch self {
    case .required: "an answer is required"
    case .protected(let section): "“\(section)” is asked whole"
    }
  }
}
