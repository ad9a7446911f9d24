import Care
import Clinical
import Records

extension SessionWalk {
  /// Drafts what the client gets from today on, issues it and writes its paper.
  func renewPlan(lastVisit: Visit?) async throws {
    guard var plan = try await draft() else { return }
    let plans = Plans(at: desk)
    if let day = try nextVisit(of: plan, lastVisit: lastVisit) {
      plan = try await plans.describe(plan, nextVisit: day, message: nil)
    }
    guard try agrees("Issue it to \(client.fullName)?") else {
      return console.next("plumbline plan issue \(plan.shortID)", "once it is right")
    }
    let issue = try await console.issue(try await plans.check(plan), message: nil, .aYear, at: desk)
    did("Plan \(issue.plan.shortID) issued. The address of the page is shown only once.")
    try await paper(of: issue.plan)
  }

  /// Returns the draft that is to be issued; nil when the client keeps what they hold.
  private func draft() async throws -> Plan? {
    let plans = Plans(at: desk)
    let (draft, held) = try await plans.standing(of: client.id)
    if let draft {
      let plan = try await desk.plan("\(draft.id)")
      if try await goesOn(with: plan) { return plan }
      try await desk.discardPlan(plan)
      did("Draft \(plan.shortID) thrown away.")
    }
    guard let held else { return try await firstPlan() }
    let plan = try await desk.plan("\(held.id)")
    let (_, reasoning, revision) = try await plans.revise(plan, dryRun: true)
    var report = Report()
    report.revision(revision, of: plan, reasoning)
    report.earlierFindings(reasoning, today: try .today())
    try show(report)
    if revision.isEmpty {
      if plan.state == .paused, try agrees("It is paused. Open it again?") {
        try await console.resume(plan, at: desk)
        did("Plan \(plan.shortID) is open again.")
      }
      if try letter("Enter keeps plan \(plan.shortID); [n]ew paper all the same:", of: "kn") == "k" { return nil }
    } else if try !agrees("Draft it so?") {
      return nil
    }
    return try await plans.revise(plan, dryRun: false).draft
  }

  /// Shows a draft that was left, and asks what becomes of it. One that does not know today's record is neither issued nor
  /// thrown away by Enter.
  private func goesOn(with plan: Plan) async throws -> Bool {
    let isOutdated = try await Plans(at: desk).isOutdated(plan)
    let draft = "Draft \(plan.shortID) of \(Moment.localDay(plan.createdAt))"
    try show(plan.report(try await console.reasoning(of: plan, at: desk)))
    guard isOutdated else {
      console.note("\(draft) was not issued yet.")
      return try letter("Enter goes on with it; [t]hrow it away and draft anew:", of: "gt") == "g"
    }
    console.warn("\(draft) was not issued, and does not know what was accepted or signed since.")
    while true {
      switch try ask("[k]eep it as it is, or [t]hrow it away and draft from today's record:").lowercased() {
      case "k": return true
      case "t": return false
      default: continue
      }
    }
  }

  private func firstPlan() async throws -> Plan? {
    let plans = Plans(at: desk)
    let reasoning = try await plans.proposal(for: client)
    var report = Report()
    for item in reasoning.draftedItems where item.phase == 1 {
      report.paragraph(reasoning.pack.item(item.item)?.title ?? item.item.rawValue, marker: "·")
    }
    report.earlierFindings(reasoning, today: try .today())
    try show(report)
    guard try agrees("Draft it so?") else { return nil }
    return try await plans.draft(reasoning)
  }

  /// Asks for the day that is printed on the plan.
  private func nextVisit(of plan: Plan, lastVisit: Visit?) throws -> CalendarDate? {
    let today = try CalendarDate.today()
    let proposed = plan.proposedNextVisit(after: lastVisit, today: today)
    while true {
      let typed = try ask(
        "Next visit, such as friday or +2w; Enter: \(proposed.map(Moment.day) ?? "none printed"):")
      if typed.isEmpty { return proposed }
      guard let day = SpokenDay(typed, .toCome, today: today).day else {
        console.warn(CalendarDate.unreadable(typed).what)
        continue
      }
      if day >= today { return day }
      console.warn("That day is over.")
    }
  }

  private func paper(of plan: Plan) async throws {
    let proposed = "plan-\(plan.shortID).pdf"
    let typed = try ask("PDF for the printer; Enter: \(proposed), - for none:")
    guard typed != "-" else { return }
    let file = typed.isEmpty ? proposed : typed
    try OutputFile(path: file).write(try await desk.document("pdf-a4", of: plan.id).bytes)
    did("\(file): the plan as issued.")
  }
}
