import Care
import Clinical
import Records

extension SessionWalk {
  /// Acknowledges the red flags of a form and accepts it.
  func take(_ review: IntakeInReview) async throws {
    let intakes = Intakes(at: desk)
    let known = review.knownFlags
    for flag in known { console.note(flag.line, sign: StyledText("≈", .dim)) }
    if !known.isEmpty, try agrees("\(known.count == 1 ? "This flag" : "These \(known.count) flags") as last time?") {
      try await intakes.acknowledge(known, of: review.intake, dryRun: false)
    }
    var intake = try await desk.intake("\(review.intake.id)")
    try await acknowledge(intake.openFlags, of: intake, review.pack)
    intake = try await desk.intake("\(intake.id)")
    let checked = try await intakes.check(intake)
    let taken = try checked.claims.filter { try $0.fillsIn || takes($0) }
    guard try agrees("Take the form into the record?") else {
      throw left("the form waits.", next: ["plumbline intake return \(intake.shortID)    sends it back"])
    }
    let acceptance = try await intakes.accept(checked, taking: taken)
    did("Form \(intake.shortID) accepted.")
    console.say(acceptance.pauses)
    try acceptance.refuseUnfinished()
  }

  /// Asks about the flags one by one, or about all that are left at once.
  private func acknowledge(_ flags: [IntakeFlag], of intake: Intake, _ pack: ContentPack) async throws {
    let intakes = Intakes(at: desk)
    var left = flags[...]
    for flag in flags {
      console.note("\(flag.urgency.demand)  \(flag.title)", sign: StyledText("!", flag.urgency.style))
      console.note(pack.redFlag(flag.flag)?.therapistAction ?? "")
    }
    while let first = left.first {
      let (action, note, together) = try answer(left.count > 1 ? first.title : nil, of: left.count)
      let answered = together ? left : left.prefix(1)
      let raised = try await intakes.raisedFlags(answered.map(\.flag), with: intake)
      try await intakes.acknowledge(raised, of: intake, action, note: note, dryRun: false)
      left = left.dropFirst(answered.count)
    }
  }

  /// Asks what was done about red flags. They are never answered by Enter alone.
  ///
  /// - Parameter title: that of the first one, where there are others that may be answered together with it.
  private func answer(_ title: String? = nil, of count: Int = 1) throws -> (FlagAction, String, together: Bool) {
    let alone = "[r]efer, [a]dapt, [p]roceed; Enter leaves it for later:"
    let question = title.map {
      "“\($0)”: [r]efer, [a]dapt, [p]roceed, or all \(count) [t]ogether; Enter leaves it for later:"
    }
    var typed = try letter(question ?? alone, of: title == nil ? "lrap" : "lrapt")
    let together = typed == "t"
    if together { typed = try letter("All \(count): \(alone)", of: "lrap") }
    guard let action = FlagAction.allCases.first(where: { $0.rawValue.first == typed }) else {
      throw left("a red flag waits for your answer.")
    }
    while true {
      let note = try ask("What you told the client, and why:")
      if !note.isEmpty { return (action, note, together) }
    }
  }

  private func takes(_ claim: ClientClaim) throws -> Bool {
    console.note("\(claim.detail.label): the record says \(claim.recorded), the client \(claim.claimed).")
    return try letter("[k]eep the record (Enter) or [t]ake the answer:", of: "kt") == "t"
  }

  /// Reads the check-ins one by one.
  func read(_ news: [CheckInNews]) async throws {
    for one in news {
      console.note("\(Moment.local(one.checkIn.submittedAt))  \(one.line)", sign: "·")
      let checkIns = CheckIns(at: desk)
      if one.checkIn.openFlags.isEmpty {
        let note = try ask("Enter: read; or a note that stays with it:")
        try await checkIns.acknowledge(one.checkIn, nil, note: note, dryRun: false)
      } else {
        let (action, note, _) = try answer()
        try await checkIns.acknowledge(one.checkIn, action, note: note, dryRun: false)
      }
    }
  }
}
