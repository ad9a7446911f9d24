import JSON

/// What a person typed or ticked for a question, and the answer read from it.
package struct ReadAnswer: Sendable {
  /// The input as it came, to be shown again.
  package let raw: [String]
  /// Nil if nothing was entered, or if it could not be read.
  package let value: AnswerValue?
  /// The reason why it could not be read.
  package let fault: Problem?
  private let check: AnswerCheck?

  fileprivate init(raw: [String], value: AnswerValue? = nil, fault: Problem? = nil, check: AnswerCheck? = nil) {
    self.raw = raw
    self.value = value
    self.fault = fault
    self.check = check
  }

  /// The reason why it could not be read, or everything that is wrong with the answer.
  package var problems: [Problem] {
    if let fault { return [fault] }
    guard let value, let check else { return [] }
    return check.problems(with: value)
  }
}

extension ContentPack {
  /// Reads the fields of a form. Text stays as it was typed, to the byte.
  ///
  /// - Parameter raw: one string for most kinds; one per ticked choice for multi; for a date one string in any common
  ///   spelling, or day, month and year; for a consent `yes` or `no`; for a table the cells row by row; for a region map
  ///   one JSON array of entries.
  package func read(_ raw: [String], for question: Question, today: CalendarDate) -> ReadAnswer {
    let isBlank = raw.allSatisfy { $0.isEmpty || !question.keepsWhitespace && $0.isBlank }
    if isBlank { return ReadAnswer(raw: raw) }
    let check = AnswerCheck(pack: self, question: question, today: today)
    switch question.reading(of: raw, messages.monthNames) {
    case .value(let value): return ReadAnswer(raw: raw, value: value, check: check)
    case .unclear(let meanings):
      let values = [
        "raw": raw.typed, "meanings": meanings.joined(separator: " or "), "example": meanings.first ?? "",
      ]
      return ReadAnswer(raw: raw, fault: check.problem(.answerUnclear, values))
    case .unreadable:
      let values = ["raw": raw.typed, "label": question.text, "example": question.example]
      return ReadAnswer(raw: raw, fault: check.problem(question.unreadableCode, values))
    }
  }
}

extension Question {
  fileprivate var keepsWhitespace: Bool { kind == .text || kind == .longtext }

  fileprivate func reading(of raw: [String], _ months: MonthNames) -> Reading<AnswerValue> {
    let first = raw.first ?? ""
    switch kind {
    case .int: return readMeasure(first).map(AnswerValue.number)
    // One decimal is kept.
    case .decimal: return readMeasure(first).map { .number(($0 * 10).rounded() / 10) }
    case .date: return months.readDate(raw).map { .text($0.iso) }
    default: return value(reading: raw, first).map(Reading.value) ?? .unreadable
    }
  }

  private func value(reading raw: [String], _ first: String) -> AnswerValue? {
    switch kind {
    case .text, .longtext, .signature: return .text(first)
    case .email, .phone: return .text(first.trimmed)
    case .single: return .text(first)
    case .multi: return .choices(raw.filter { !$0.isEmpty }.map(Choice.ID.init(rawValue:)))
    case .int, .decimal, .date: return nil
    case .consent:
      switch first {
      case "yes", "true", "on": return .consent(true)
      case "no", "false": return .consent(false)
      default: return nil
      }
    case .table: return rows(reading: raw).map(AnswerValue.rows)
    case .regionMap:
      guard let json = try? JSON(parsing: Array(first.utf8)), case .regions(let entries)? = AnswerValue(json) else {
        return nil
      }
      return .regions(entries)
    }
  }

  /// Reads the rows of a table; rows without a filled cell are left out.
  private func rows(reading raw: [String]) -> [[String: String]]? {
    guard !columns.isEmpty, raw.count.isMultiple(of: columns.count) else { return nil }
    return stride(from: 0, to: raw.count, by: columns.count).map { start in
      let cells = zip(columns.map(\.id), raw[start...]).filter { !$0.1.isEmpty }
      return Dictionary(cells, uniquingKeysWith: { $1 })
    }
    .filter { row in row.values.contains { !$0.isBlank } }
  }

  fileprivate var unreadableCode: Problem.Code {
    switch kind {
    case .date: .dateUnreadable
    case .int, .decimal: .numberUnreadable
    default: .answerShape
    }
  }
}

extension [String] {
  /// What was typed, to be quoted.
  fileprivate var typed: String { map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " ").quotable }
}
