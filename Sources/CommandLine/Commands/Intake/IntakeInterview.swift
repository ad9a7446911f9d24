import Care
import Clinical
import JSON

/// Takes down a form on a terminal, from a phone call or from paper: page by page, and only the questions that matter after
/// the answers so far. Each answer is written down at once, so that Ctrl-C or a lost connection loses none.
struct IntakeInterview {
  private enum Way { case on, back, page }

  let pack: ContentPack
  let console: Console
  let today: CalendarDate
  /// The path of the file for the answers.
  let file: String
  private(set) var answers: Answers
  private let order: [(page: FormPage, question: Question)]

  init(_ answers: Answers, _ pack: ContentPack, _ console: Console, file: String) throws {
    (self.pack, self.console, self.file) = (pack, console, file)
    today = try .today()
    order = pack.pages.flatMap { page in page.questions.compactMap(pack.question).map { (page, $0) } }
    self.answers = answers
    for (_, question) in order where question.defaultsToToday && answers[question.id] == nil {
      self.answers[question.id] = .text(today.iso)
    }
  }

  /// Asks until the answers are ones that the form would take, and hands each round to `accept`.
  ///
  /// - Throws: exit 2 when the person leaves before that.
  mutating func run<Value>(accept: (Answers) throws -> Value) throws -> Value {
    console.note(
      "Enter skips a question, or keeps the answer it has. b goes back, s goes on to the next page, - takes an answer "
        + "away, ? says more, q leaves. * must be answered.", sign: StyledText("·", .dim))
    try save()
    _ = try walk { [pack] in AnswerSheet($0, for: pack).isShown($1.id) }
    while true {
      do {
        return try accept(answers)
      } catch let refusal as CareRefusal {
        guard case .intake(.problems(let problems)) = refusal else { throw refusal }
        console.note("")
        tell(problems)
        let wrong = Set(problems.map(\.question))
        if try walk({ wrong.contains($1.id) }) == 0 { throw refusal }
      }
    }
  }

  /// - Returns: how many questions were asked.
  private mutating func walk(_ matters: (Answers, Question) -> Bool) throws -> Int {
    var (place, page) = (0, 0)
    // The questions before this one, as they were asked.
    var asked: [Int] = []
    while order.indices.contains(place) {
      let (part, question) = order[place]
      guard matters(answers, question) else {
        place += 1
        continue
      }
      if page != part.number {
        page = part.number
        console.note("")
        console.note("\(part.title): page \(part.number) of \(pack.pages.count)", sign: StyledText("==", .bold))
      }
      switch try ask(question) {
      case .back: place = asked.popLast() ?? place
      case .on:
        asked.append(place)
        place += 1
      case .page:
        asked.append(place)
        place = order[place...].firstIndex { $0.page.number > part.number } ?? order.count
      }
    }
    return asked.count
  }

  /// Says what cannot be taken. What is only missing is asked for next, so it is counted.
  private func tell(_ problems: [Problem]) {
    let wrong = problems.filter { answers[$0.question] != nil }
    let missing = problems.count - wrong.count
    if missing > 0 { console.warn("\(missing.counted("answer")) \(missing == 1 ? "is" : "are") still needed.") }
    guard !wrong.isEmpty else { return }
    console.warn("\(wrong.count.counted("answer")) cannot be taken so:")
    for problem in wrong { console.note("\(problem.message) \(problem.hint)", sign: "·") }
  }

  private func save() throws { try EditedFile.write(answers.json.text + "\n", to: file) }

  /// Saves what the person has just answered.
  private func write() throws {
    console.edited.holds(.words)
    try save()
  }
}

// MARK: - One question

extension IntakeInterview {
  private mutating func ask(_ question: Question) throws -> Way {
    let choices = question.offeredChoices
    if !choices.isEmpty { list(choices.map(\.label)) }
    while true {
      switch try line(prompt(question)) {
      case "": return .on
      case "b": return .back
      case "s": return .page
      case "?": explain(question)
      case "-":
        answers[question.id] = nil
        try write()
        return .on
      case let typed:
        guard let raw = try raw(typed, question) else { continue }
        let read = pack.read(raw, for: question, today: today)
        if let problem = read.problems.first(where: { !$0.isRefusal(by: read.value) }) {
          console.warn("\(problem.message) \(problem.hint)")
          continue
        }
        answers[question.id] = read.value
        try write()
        return .on
      }
    }
  }

  private func prompt(_ question: Question) -> String {
    let now = answers[question.id].map { $0.lines(to: question, in: pack).joined(separator: "; ") }
    let way =
      switch question.kind {
      case .single: " [number]"
      case .multi: " [numbers]"
      case .consent: " [y/n]"
      case .int, .decimal: question.unit.map { " [\($0)]" } ?? ""
      case .regionMap: " [an area, such as left low back]"
      case .table: " [\(question.columns.map(\.label).joined(separator: ", "))]"
      default: ""
      }
    return question.text + (question.required ? " *" : "") + way + (now.map { " now: \($0)" } ?? "") + ":"
  }

  private func explain(_ question: Question) {
    console.note(question.hint ?? "There is no more to say.", sign: StyledText("?", .cyan))
    if question.kind == .regionMap { list(pack.regions.map(\.label)) }
  }

  /// Returns what was typed as the fields of the form have it; nil when it cannot be understood, which was said.
  private func raw(_ typed: String, _ question: Question) throws -> [String]? {
    switch question.kind {
    case .single: return chosen(typed, question.offeredChoices).map { [$0.id.rawValue] }
    case .multi:
      let parts = typed.split { $0 == "," || $0 == ";" || $0 == " " && typed.allSatisfy { !$0.isLetter } }
      let ids = parts.compactMap { chosen(String($0).trimmed, question.offeredChoices)?.id.rawValue }
      return ids.count == parts.count ? ids : nil
    case .consent:
      guard let letter = typed.lowercased().first, "yn".contains(letter) else { return nil }
      return [letter == "y" ? "yes" : "no"]
    case .table: return try rows(typed, question)
    case .regionMap: return try regions(typed, question)
    // Days in figures are read as on the form, where 3 March without its year is no day of birth.
    case .date where !typed.contains(where: \.isNumber):
      return [SpokenDay(typed, .past, today: today).day?.iso ?? typed]
    default: return [typed]
    }
  }

  /// Returns the choice with this number, or whose label begins so.
  private func chosen(_ typed: String, _ choices: [Question.Choice]) -> Question.Choice? {
    if let number = Int(typed), choices.indices.contains(number - 1) { return choices[number - 1] }
    let begun = choices.filter { $0.label.foldedForSearch.hasPrefix(typed.foldedForSearch) }
    if begun.count == 1, !typed.isBlank { return begun[0] }
    console.warn("“\(typed)” is none of these: give a number from 1 to \(choices.count).")
    return nil
  }

  /// Asks for the other cells of a row, then for more rows.
  private func rows(_ typed: String, _ question: Question) throws -> [String] {
    var cells: [String] = []
    var first = typed
    while !first.isEmpty {
      cells.append(first)
      for column in question.columns.dropFirst() { cells.append(try line("  \(column.label):")) }
      first = try line("  Another: \(question.columns[0].label), or Enter:")
    }
    return cells
  }

  /// Asks what is felt in an area and how strongly, then for more areas.
  private func regions(_ typed: String, _ question: Question) throws -> [String]? {
    var marked: [MarkedRegion] = []
    var named = typed
    while !named.isEmpty {
      if let region = region(named) {
        var mark = MarkedRegion(region: region.id)
        if question.asksSymptoms { try describe(&mark) }
        marked.removeAll { $0.region == region.id }
        marked.append(mark)
      }
      named = try line("  Another area, or Enter:")
    }
    return marked.isEmpty ? nil : [AnswerValue.regions(marked).json.text]
  }

  private func region(_ typed: String) -> BodyRegion? {
    let fitting = pack.regions.filter { $0.label.hasWords(begunBy: typed) }
    let exact = fitting.filter { $0.label.hasSameWords(as: typed) }
    if let only = exact.first ?? (fitting.count == 1 ? fitting.first : nil), !typed.foldedForSearch.isEmpty {
      return only
    }
    let near = fitting.isEmpty ? "? lists them" : fitting.prefix(6).map(\.label).joined(separator: ", ")
    console.warn("“\(typed)” is \(fitting.isEmpty ? "no area" : "more than one area"): \(near).")
    return nil
  }

  private func describe(_ mark: inout MarkedRegion) throws {
    list(pack.symptoms.map(\.label))
    while mark.symptoms.isEmpty {
      let typed = try line("  What is felt there [numbers]:")
      let numbers = typed.split { !$0.isNumber }.compactMap { Int($0) }
      mark.symptoms = numbers.filter { pack.symptoms.indices.contains($0 - 1) }.map { pack.symptoms[$0 - 1].id }
    }
    mark.nrs = Int(try line("  How strong, 0 to 10; Enter: not said:"))
  }
}

// MARK: - Asking

extension IntakeInterview {
  /// - Throws: exit 2 when the person leaves.
  private func line(_ question: String) throws -> String {
    guard let typed = Prompt(console).line(question), typed != "q" else {
      throw CommandError(.cancelled, "the form is not finished; nothing was saved.")
    }
    return typed
  }

  private func list(_ labels: [String]) {
    var report = Report()
    for (place, label) in labels.enumerated() {
      report.paragraph(label, marker: StyledText("\(place + 1)", .cyan), indent: 2)
    }
    console.notes.tell(report.text(width: console.notes.width, colour: console.notes.colour).utf8)
  }
}
