import Care
import Clinical
import Records

extension SessionWalk {
  /// Shows what was found before, takes what was tested again, and signs it. Each value goes into a draft at once.
  func examine(_ opening: SessionOpening) async throws {
    let (known, pack) = (opening.standing.counting + opening.standing.expired, opening.pack)
    try show(try table(opening.standing, known, pack))
    var record = opening.openEvaluation
    if let record { console.note("Draft \(record.shortID): \(record.evaluation.counted).") }
    while true {
      let typed = try ask("Tested again, as 1 47 or 2 gone; e for your editor; Enter goes on:")
      if typed.isEmpty { break }
      do {
        let template = EvaluationTemplate(pack: pack, beside: opening.standing)
        let found = try CheckedFindings(evaluation(typed, known, record, template), pack)
        record = try await Evaluations(at: desk).keep(found, in: record, of: client)
        console.edited.remove()
      } catch let refusal as CareRefusal {
        console.warn(CommandError(refusal).reasons.joined(separator: " "))
      } catch let error as CommandError where [.cancelled, .usage].contains(error.status) {
        console.warn((error.reasons + console.edited.leave()).joined(separator: " "))
      }
    }
    guard let record, !record.evaluation.isEmpty else {
      if let record {
        console.note("plumbline evaluation discard \(record.shortID)    removes the draft with nothing in it")
      }
      return console.note("Nothing was tested again: what was found stands.")
    }
    try await sign(record)
  }

  /// Returns the draft with what was typed: the number of a finding and its value, `e`, or a line as the editor has it.
  private func evaluation(
    _ typed: String, _ known: [StandingFinding], _ record: EvaluationRecord?, _ template: EvaluationTemplate
  ) throws -> Evaluation {
    let draft = record?.evaluation ?? Evaluation()
    if typed == "e" {
      let text = template.text(title: "Evaluation of \(client.label)", filled: draft)
      return try Editor(console).edit(text, named: "evaluation.txt", accept: template.read).evaluation
    }
    let words = typed.split(separator: " ", maxSplits: 1).map(String.init)
    if typed.contains("=") { return draft.adding(try template.read(typed).evaluation) }
    guard let number = Int(words[0]), known.indices.contains(number - 1), words.count == 2 else {
      throw CommandError(
        .usage,
        known.isEmpty
          ? "Nothing was found before: e opens your editor."
          : "Type a number from 1 to \(known.count) and a value, such as 1 47; e opens your editor.")
    }
    return draft.adding(try template.read(known[number - 1].subject.line(words[1])).evaluation)
  }

  private func sign(_ record: EvaluationRecord) async throws {
    var report = Report()
    let pack = try await desk.content(record.contentVersion)
    for definition in pack.findings {
      guard let found = record.evaluation.findings[definition.id] else { continue }
      report.fact(definition.plainName, found.words(of: definition))
    }
    for point in record.evaluation.triggerPoints { report.paragraph(point.line(pack), marker: "·") }
    try show(report)
    guard try agrees("Sign it? It cannot be edited after that.") else {
      return console.next("plumbline evaluation sign \(record.shortID)", "once it is right")
    }
    let (raised, pauses) = try await Evaluations(at: desk).sign(record, dryRun: false)
    did("Evaluation \(record.shortID) signed.")
    for flag in raised { console.warn(flag.demand) }
    console.say(pauses)
    try pauses?.refuseStillOut()
  }

  private func table(_ standing: StandingFindings, _ known: [StandingFinding], _ pack: ContentPack) throws -> Report {
    var report = Report()
    guard !known.isEmpty else {
      report.paragraph("Nothing was found before.", .dim)
      return report
    }
    let today = try CalendarDate.today()
    let expired = standing.counting.count
    report.table(
      Table(
        columns: [.init(heading: "", alignment: .right), .init(heading: "Found"), .init(heading: "When")],
        rows: known.enumerated().map { index, finding in
          [
            StyledText("\(index + 1)", .cyan), StyledText(finding.words(pack)),
            index < expired
              ? StyledText(finding.age(on: today)) : StyledText("\(finding.age(on: today)): test again", .yellow),
          ]
        }))
    return report
  }
}
