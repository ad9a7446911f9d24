import Clinical

/// What the fields of a form say, question by question.
struct AnswerReading: Sendable {
  /// Everything that could be read.
  var answers = Answers()
  /// What was typed but could not be read, such as a date of 31 February.
  var problems: [Problem] = []

  /// - Parameter today: becomes the date of the form, unless the fields name one.
  init(_ fields: FieldValues, pack: ContentPack, today: CalendarDate) {
    for question in pack.questions where !question.staffOnly {
      let raw = question.raw(in: fields)
      if raw.isEmpty {
        if FormPath.datedOnSending.contains(question.id) { answers[question.id] = .text(today.iso) }
        continue
      }
      let read = pack.read(raw, for: question, today: today)
      answers[question.id] = read.value
      if let fault = read.fault { problems.append(fault) }
    }
  }
}

extension Question {
  /// Whether one field with one value answers it.
  var isSingleValued: Bool { kind != .multi && kind != .regionMap }

  /// The values of this question's fields, as `ContentPack.read` wants them; none when all are blank.
  func raw(in fields: FieldValues) -> [String] {
    let own = fields[id.rawValue]
    switch kind {
    case .date where own.isEmpty:
      let parts = ["day", "month", "year"].map { fields.first("\(id.rawValue).\($0)") ?? "" }
      return parts.allSatisfy(\.isEmpty) ? [] : parts
    case .table:
      // Most tables stay empty, and have more cells than the form has fields.
      guard fields.values.keys.contains(where: { $0.hasPrefix(id.rawValue + ".") }) else { return [] }
      let rows = 1...max(1, maximumEntries ?? 1)
      let cells = rows.flatMap { row in columns.map { fields.first("\(id.rawValue).\($0.id).\(row)") ?? "" } }
      return cells.allSatisfy(\.isEmpty) ? [] : cells
    case .regionMap where !(own.first?.hasPrefix("[") ?? true):
      let text = JSON.array(own.map { markedRegion($0, in: fields) }).bytes
      return String(validating: text, as: UTF8.self).map { [$0] } ?? []
    default:
      return own
    }
  }

  /// One entry of the chart as the JSON it may also be posted in.
  private func markedRegion(_ region: String, in fields: FieldValues) -> JSON {
    let name = "\(id.rawValue).\(region)"
    var entry = [JSON.Member("region", .string(region))]
    let symptoms = fields[name + ".symptoms"]
    if !symptoms.isEmpty { entry.append(.init("symptoms", .array(symptoms.map(JSON.string)))) }
    if let score = fields.first(name + ".nrs") {
      entry.append(.init("nrs", score.wholeNumber.map(JSON.integer) ?? .string(score)))
    }
    if let note = fields.first(name + ".note") { entry.append(.init("note", .string(note))) }
    return .object(entry)
  }
}

extension String {
  /// One or two ASCII digits; `Int` would also take a sign.
  fileprivate var wholeNumber: Int? {
    (1...2).contains(utf8.count) && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      ? Int(self) : nil
  }
}
