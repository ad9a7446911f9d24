import JSON

/// The answers of a check-in as they were typed, what is wrong with them, and what they set off.
package struct CheckInSheet: Sendable {
  /// What a client says of one item of their plan.
  package enum Hurt: String, Sendable, CaseIterable {
    case no
    case aLittle = "a_little"
    case aLot = "a_lot"
  }
  package enum Help: String, Sendable, CaseIterable { case yes, no, unsure }

  package let answers: Answers
  package let problems: [Problem]
  /// What is wrong with how often an item was done, by the place of its row.
  package let problemsOfRows: [Int: Problem]
  private let pack: ContentPack

  /// - Parameters:
  ///   - raw: what was typed or ticked for each question, as `ContentPack.read` takes it.
  ///   - rows: what was chosen for each item of the plan: its id as `item`, and `times`, `helped` and `hurt`.
  package init(
    _ kind: CheckInForm.Kind, raw: [Question.ID: [String]], rows: [[String: String]], of pack: ContentPack,
    today: CalendarDate
  ) {
    self.pack = pack
    var (answers, problems, problemsOfRows) = (Answers(), [Problem](), [Int: Problem]())
    for entry in pack.checkIn.entries(of: kind) {
      let question = entry.question
      if question.kind == .table {
        let told = rows.enumerated().compactMap { place, raw in
          let times = raw["times"].map { pack.readTimes($0, question) }
          problemsOfRows[place] = times?.problem
          return Self.row(raw, times: times?.count)
        }
        if !told.isEmpty { answers[question.id] = .rows(told) }
        continue
      }
      let read = pack.read(raw[question.id] ?? [], for: question, today: today)
      problems += read.problems
      if let value = read.value, !value.isBlank {
        answers[question.id] = value
      } else if question.required, read.fault == nil {
        problems.append(pack.messages.missing(question))
      }
    }
    self.answers = answers
    self.problems = problems
    self.problemsOfRows = problemsOfRows
  }

  /// Whether it can be sent.
  package var isComplete: Bool { problems.isEmpty && problemsOfRows.isEmpty }

  /// Returns the parts of a row that say something of an item; nil when none does.
  private static func row(_ raw: [String: String], times: Int?) -> [String: String]? {
    guard let item = raw["item"] else { return nil }
    var row: [String: String] = [:]
    row["times"] = times.map(String.init)
    row["helped"] = raw["helped"].flatMap(Help.init)?.rawValue
    row["hurt"] = raw["hurt"].flatMap(Hurt.init)?.rawValue
    guard !row.isEmpty else { return nil }
    row["item"] = item
    return row
  }
}

extension CheckInSheet {
  /// The red flags that the choices raise, each once, in the order of the pack.
  package var redFlags: [RedFlag] {
    let raised = pack.checkIn.entries.flatMap { entry -> [RedFlag.ID] in
      guard case .choices(let ids)? = answers[entry.question.id] else { return [] }
      return ids.compactMap { entry.raises[$0] }
    }
    return pack.redFlags.filter { raised.contains($0.id) }
  }

  /// The answers in the stored shape of `Answers`, in the order of the form.
  package var json: JSON {
    .object(
      pack.checkIn.entries.compactMap { entry in
        answers[entry.question.id].map { .init(entry.question.id.rawValue, $0.json) }
      })
  }

  /// The items that hurt a lot.
  package var hurting: [HomeCareItem.ID] { answers.hurtingItems }
}

extension ContentPack {
  /// Reads how often an item was done in a week.
  fileprivate func readTimes(_ typed: String, _ question: Question) -> (count: Int?, problem: Problem?) {
    let most = 100
    guard !typed.isBlank else { return (nil, nil) }
    let values = ["raw": typed.trimmed.quotable, "example": "5"]
    guard let number = typed.readNumber() else {
      return (nil, messages.problem(.numberUnreadable, question.id, values))
    }
    guard let count = Int(exactly: number) else {
      return (nil, messages.problem(.numberNotWhole, question.id, values))
    }
    guard (0...most).contains(count) else {
      let range = values.merging(["value": "\(count)", "min": "0", "max": "\(most)"]) { $1 }
      return (nil, messages.problem(count < 0 ? .numberTooSmall : .numberTooLarge, question.id, range))
    }
    return (count, nil)
  }
}
