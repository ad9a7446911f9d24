import Care
import Clinical
import Records

/// The messages for the refusals of `Care`: what is refused, why, and the command that comes next.
extension CommandError {
  init(_ refusal: CareRefusal) {
    switch refusal {
    case .planBasis(let refusal): self.init(refusal)
    case .planItem(let refusal): self.init(refusal)
    case .ownItem(let refusal): self.init(refusal)
    case .plan(let refusal): self.init(refusal)
    case .intake(let refusal): self.init(refusal)
    case .evaluation(let refusal): self.init(refusal)
    case .visit(let refusal): self.init(refusal)
    case .checkIn(let refusal): self.init(refusal)
    case .client(let refusal): self.init(refusal)
    case .consent(let refusal): self.init(refusal)
    case .message(let refusal): self.init(refusal)
    case .practice(let refusal): self.init(refusal)
    case .clockIsWrong:
      self.init(.failed, "the clock of this computer is wrong.", next: "Set it, and try again.")
    }
  }

  private init(_ refusal: PlanBasisRefusal) {
    switch refusal {
    case .noAcceptedIntake(let client, let waiting):
      self.init(
        .refused, "\(client.label) has no accepted intake.", why: "A plan is drafted from one.",
        next: waiting.map { "plumbline intake review \($0.shortID)" } ?? "plumbline invite link \(client.shortID)")
    case .unsignedEvaluation(let client, let evaluation):
      self.init(
        .refused, "the evaluation of \(client.label) is not signed.", why: "A plan is drafted from signed findings.",
        next: "plumbline evaluation sign \(evaluation.shortID)")
    case .unknownFindings(let findings, let client):
      self.init(
        .refused, "intake and findings are of different versions: some findings cannot be weighed.", why: findings,
        next: ["plumbline invite link \(client.shortID)    for an intake on today's form"])
    case .newerIntakeHasFlags(let intake):
      self.init(
        .refused, "\(intake.clientName) has sent a newer intake, whose red flags are not acknowledged.",
        next: "plumbline intake review \(intake.shortID)")
    case .checkInHasFlags(let checkIn):
      self.init(
        .refused, "\(checkIn.clientName) has told of red flags in a check-in, which are not acknowledged.",
        why: checkIn.openFlags.map { "\($0.urgency.demand)  \($0.title)  (\($0.flag))" },
        next: [
          "plumbline checkin show \(checkIn.shortID)",
          "plumbline checkin ack \(checkIn.shortID) --action refer|adapt|proceed --note-file FILE",
        ])
    case .unacknowledgedFlags(let flags, let intake):
      self.init(
        .refused, Self.notAcknowledged(flags.count), why: flags.map(\.demand),
        next: flags.prefix(1).map {
          "plumbline intake flag \(intake.shortID) --ack \($0.id) --action refer|adapt|proceed --note-file F"
        })
    }
  }

  private init(_ refusal: PlanItemRefusal) {
    switch refusal {
    case .unknown(let item, let near):
      self.init(
        .notFound, "there is no home-care item “\(item)”.",
        why: "Near: \(near.map { "\($0.id) (\($0.title))" }.joined(separator: ", "))",
        next: "plumbline content items    lists them all; with words, those that have them")
    case .inPlanAlready(let item, let plan):
      self.init(.changed, "\(item) is in the plan already.", next: "plumbline plan show \(plan.shortID)")
    case .notInPlan(let item, let plan):
      self.init(
        .notFound, "\(item) is not in plan \(plan.shortID).", why: plan.items.map(\.item.rawValue),
        next: ["plumbline plan show \(plan.shortID)"])
    case .namedTwice:
      self.init(.usage, "an item is named twice.", next: "Name each once.")
    case .withdrawn(let item, .retired):
      self.init(.refused, "“\(item.title)” is retired.", next: "plumbline item list")
    case .withdrawn(let item, .unchecked):
      self.init(
        .refused, "“\(item.title)” cannot be checked for this client.",
        why: "The content of their intake does not say what forbids its kinds of load.",
        next: "plumbline invite link CLIENT    for an intake on today's form")
    case .noPlaceWhileOpen(let item, let flags):
      self.init(
        .refused, "“\(item.title)” has no place in a plan while this is open.", why: flags.map(\.demand),
        next: ["Refer first; plan again once it is settled."])
    case .limited(let limited): self.init(limited)
    case .hurts(let item):
      self.init(
        .refused, "the client told that it hurts a lot, and was told to leave it out.",
        next: "plumbline plan add PLAN \(item)    if it is to be tried again")
    case .stepIsOver: self.init(.refused, "its step is over: the next one begins.")
    case .dose(let item, let faults): self.init(faults, of: item)
    case .needsNoReason(let item):
      self.init(
        .usage, "the dose of “\(item.title)” is within what is safe: it needs no reason.",
        next: "leave --override-file out, or say it to the client with --note")
    }
  }

  private init(_ faults: [DoseFault], of item: HomeCareItem) {
    let wantsReason = faults.allSatisfy(\.isAnsweredByReason)
    self.init(
      wantsReason ? .refused : .usage, "“\(item.title)” cannot be given so.", why: faults.map { $0.words(for: item) },
      next: wantsReason
        ? ["plumbline plan dose PLAN \(item.id) ... --override-file FILE    with your reason, for more than is safe"]
        : ["plumbline plan show PLAN    says the dose"])
  }

  private init(_ limited: LimitedItem) {
    let id = limited.item.id
    let (what, step) =
      switch limited.demand {
      case .nothingHelps:
        ("is contraindicated, and nobody may override that", limited.isInPlan ? nil : "leave it out")
      case .reason:
        (
          "is contraindicated",
          "plumbline plan add PLAN \(id) --override-file FILE    with your reason, if you take responsibility for it"
        )
      case .clinician:
        (
          "needs the agreement of a clinician or pharmacist first",
          "plumbline plan add PLAN \(id) --clinician NAME --date YYYY-MM-DD    once one has agreed"
        )
      }
    self.init(
      .refused, "“\(limited.item.title)” \(what).", why: limited.limits.map { "\($0.words)  (\($0.id))" },
      next: (limited.isInPlan ? ["plumbline plan remove PLAN \(id)"] : []) + (step.map { [$0] } ?? []))
  }

  private init(_ refusal: PlanRefusal) {
    switch refusal {
    case .notDraft(let plan):
      self.init(
        .changed, "plan \(plan.shortID) is \(plan.state.rawValue): what the client holds is never edited.",
        next: [.issued, .paused].contains(plan.state)
          ? "plumbline plan revise \(plan.shortID)    drafts the next version" : "plumbline plan list")
    case .empty(let plan):
      self.init(.refused, "plan \(plan.shortID) is empty.", next: "plumbline plan add \(plan.shortID) ITEM")
    case .neverIssued(let plan):
      self.init(
        .refused, "plan \(plan.shortID) is a draft: there is nothing issued to export.",
        next: "plumbline plan issue \(plan.shortID)")
    case .hasNoPage(let plan):
      let isDraft = plan.state == .draft
      self.init(
        isDraft ? .refused : .changed, "plan \(plan.shortID) is \(plan.state.rawValue): it has no page.",
        next: isDraft ? "plumbline plan issue \(plan.shortID)" : "plumbline plan list")
    case .onlyPlan(let plan, let client):
      self.init(
        .notFound, "\(plan.clientName) holds no other plan.", next: "plumbline plan list \(client.shortID)")
    case .noTemplate(let name, let known):
      self.init(.notFound, "there is no template “\(name)”.", why: known, next: ["plumbline plan template list"])
    case .stillOut(let plans, let cause):
      let cause = CommandError(cause)
      self.init(
        cause.status, "saved, but the client still holds a plan that may no longer fit.",
        why: [cause.what] + cause.why,
        next: plans.isEmpty ? ["plumbline plan list"] : plans.map { "plumbline plan pause \($0.shortID)" })
    }
  }
}
