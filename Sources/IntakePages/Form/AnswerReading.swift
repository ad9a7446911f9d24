import Clinical
import Cryptography

/// The answers that the fields of a form give, and the problems with them.
struct AnswerReading: Sendable {
  /// The answers that could be read.
  let sheet: AnswerSheet
  /// The problems that keep the form from being sent, in the order of the form.
  let problems: [Problem]
  /// The answers as typed, by index of the question.
  private let raw: [[String]]

  /// - Parameter today: the date of the form, unless the fields contain one.
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

  /// The problems of answers that could not be read, such as 31 February, and of those that could.
  private static func problems(_ sheet: AnswerSheet, _ unreadable: [Problem], _ today: CalendarDate) -> [Problem] {
    let judged = sheet.problems(today: today).filter { !$0.isRefusal(by: sheet[$0.question]) }
    if unreadable.isEmpty { return judged }
    let known = Set(unreadable.map(\.question))
    let order = Dictionary(sheet.pack.pages.flatMap(\.questions).enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    return (unreadable.filter { sheet.isShown($0.question) } + judged.filter { !known.contains($0.question) })
      .sorted { (order[$0.question] ?? 0) < (order[$1.question] ?? 0) }
  }

  /// The SHA-256 hash of what was typed, which is equal for repeated submissions of the same answers.
  var digest: [UInt8] {
    // Forms contain no NUL, so different answers give different bytes.
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
    return SHA256.hash(bytes)
  }

  /// The problems on one screen.
  func problems(on screen: Screen) -> [Problem] {
    problems.filter { problem in screen.questions.contains { $0.id == problem.question } }
  }
}

extension Question {
  /// Whether one field with a single value answers the question.
  var isSingleValued: Bool { kind != .multi && kind != .regionMap }
}
