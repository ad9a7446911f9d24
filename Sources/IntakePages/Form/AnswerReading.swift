import Clinical
import Crypto

/// What the fields of a form say, question by question, and what is wrong with it.
struct AnswerReading: Sendable {
  /// Everything that could be read.
  let sheet: AnswerSheet
  /// Everything that keeps the form from being sent, in the order of the form.
  let problems: [Problem]
  /// As it was typed, by place of the question.
  private let raw: [[String]]

  /// - Parameter today: becomes the date of the form, unless the fields name one.
  init(_ fields: FieldValues, path: FormPath, today: CalendarDate) {
    let pack = path.pack
    raw = path.fieldNames.raw(fields)
    var values: [AnswerValue?] = Array(repeating: nil, count: pack.questions.count)
    var unreadable: [Problem] = []
    for (place, raw) in raw.enumerated() where !raw.isEmpty {
      let read = pack.read(raw, for: pack.questions[place], today: today)
      values[place] = read.value
      if let fault = read.fault { unreadable.append(fault) }
    }
    for place in path.datedOnSending where raw[place].isEmpty { values[place] = .text(today.iso) }
    sheet = AnswerSheet(values, for: pack)
    problems = Self.problems(sheet, unreadable, today)
  }

  /// What was typed but could not be read, such as a date of 31 February, and what was read and is wrong.
  private static func problems(_ sheet: AnswerSheet, _ unreadable: [Problem], _ today: CalendarDate) -> [Problem] {
    let judged = sheet.problems(today: today).filter { !isRefusal($0, in: sheet) }
    if unreadable.isEmpty { return judged }
    let known = Set(unreadable.map(\.question))
    let order = Dictionary(sheet.pack.pages.flatMap(\.questions).enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    return (unreadable.filter { sheet.isShown($0.question) } + judged.filter { !known.contains($0.question) })
      .sorted { (order[$0.question] ?? 0) < (order[$1.question] ?? 0) }
  }

  /// "I do not agree" is an answer, and is recorded. Only without consent to keep health data there can be no record.
  private static func isRefusal(_ problem: Problem, in sheet: AnswerSheet) -> Bool {
    sheet[problem.question] == .consent(false) && problem.question != "consent.health_data"
  }

  /// SHA-256 of what was typed: the same for the same answers, however often they are sent.
  var digest: [UInt8] {
    // No form holds a NUL, so nothing that differs is written alike.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8192)
    for (question, raw) in zip(sheet.pack.questions, raw) where !raw.isEmpty {
      bytes += question.id.rawValue.utf8
      for text in raw {
        bytes.append(0)
        bytes += text.utf8
      }
      bytes += [0, 0]
    }
    return Array(SHA256.hash(data: bytes))
  }

  /// What is wrong on one page. Marking regions comes before describing them, so the chart itself only wants a mark.
  func problems(on screen: Screen) -> [Problem] {
    if case .chart(let question) = screen.content, sheet[question.id] != nil { return [] }
    return problems.filter { problem in screen.questions.contains { $0.id == problem.question } }
  }
}

extension Question {
  /// Whether one field with one value answers it.
  var isSingleValued: Bool { kind != .multi && kind != .regionMap }
}
