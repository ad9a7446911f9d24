import Clinical
import Foundation

/// What the fields of a form say, question by question.
struct AnswerReading: Sendable {
  /// Everything that could be read.
  var answers = Answers()
  /// What was typed but could not be read, such as a date of 31 February.
  var problems: [Problem] = []

  /// - Parameter today: becomes the date of the form, unless the fields name one.
  init(_ fields: FieldValues, questions: [Question], today: CalendarDate) {
    for question in questions where !question.staffOnly {
      do throws(Unreadable) {
        answers[question.id] = try question.answer(in: fields)
      } catch {
        problems.append(
          Problem(code: error.code, question: question.id, message: error.message, hint: error.hint))
      }
      if FormPath.datedOnSending.contains(question.id), answers[question.id] == nil {
        answers[question.id] = .text(today.iso)
      }
    }
  }
}

/// Something typed that is no answer to its question.
struct Unreadable: Error {
  let code: String
  let message: String
  let hint: String

  static let duplicate = Unreadable(
    code: "answer.duplicate", message: "This question was answered twice.", hint: "Give one answer.")
  static let date = Unreadable(
    code: "date.unreadable", message: "This is not a date we can read.",
    hint: "Give day, month and year, such as 9 March 1988.")
  static let wholeNumber = Unreadable(
    code: "number.unreadable", message: "This is not a whole number.", hint: "Use digits only, such as 20.")
  static let decimal = Unreadable(
    code: "number.unreadable", message: "This is not a number we can read.", hint: "Use digits, such as 7 or 6.5.")
  static let consent = Unreadable(
    code: "consent.unreadable", message: "This is neither yes nor no.", hint: "Choose one of the two.")
  static let chart = Unreadable(
    code: "chart.unreadable", message: "The marks on the body chart could not be read.", hint: "Mark the areas again.")
}

extension Question {
  /// The answer that the fields give, nil when they are blank; see `FieldValues` for the names of the fields.
  func answer(in fields: FieldValues) throws(Unreadable) -> AnswerValue? {
    switch kind {
    case .text, .longtext, .email, .phone, .single, .signature:
      try single(fields).map(AnswerValue.text)
    case .int:
      try single(fields).map { text throws(Unreadable) in
        guard let number = Decimals.read(text, places: 0) else { throw .wholeNumber }
        return .number(number)
      }
    case .decimal:
      try single(fields).map { text throws(Unreadable) in
        guard let number = Decimals.read(text, places: 1) else { throw .decimal }
        return .number(number)
      }
    case .date:
      try date(fields).map { .text($0.iso) }
    case .multi:
      fields[id.rawValue].isEmpty ? nil : .choices(fields[id.rawValue].map(Choice.ID.init(rawValue:)))
    case .consent:
      switch try single(fields) {
      case nil: nil
      case "yes", "true": .consent(true)
      case "no", "false": .consent(false)
      default: throw .consent
      }
    case .regionMap:
      try regions(fields)
    case .table:
      rows(fields)
    }
  }

  private func single(_ fields: FieldValues) throws(Unreadable) -> String? {
    let values = fields[id.rawValue]
    guard values.count <= 1 else { throw .duplicate }
    return values.first
  }

  private func date(_ fields: FieldValues) throws(Unreadable) -> CalendarDate? {
    if let iso = try single(fields) {
      guard let date = CalendarDate(iso: iso) else { throw .date }
      return date
    }
    let parts = ["day", "month", "year"].map { fields["\(id.rawValue).\($0)"] }
    guard parts.contains(where: { !$0.isEmpty }) else { return nil }
    guard parts.allSatisfy({ $0.count == 1 }), let date = TypedDate.read(parts.map { $0[0] }) else { throw .date }
    return date
  }

  private func regions(_ fields: FieldValues) throws(Unreadable) -> AnswerValue? {
    let marked = fields[id.rawValue]
    if let json = marked.first, json.utf8.first == UInt8(ascii: "[") {
      guard marked.count == 1, let regions = try? JSONDecoder().decode([PostedRegion].self, from: Data(json.utf8))
      else { throw .chart }
      return regions.isEmpty ? nil : .regions(regions.map(\.region))
    }
    var regions: [MarkedRegion] = []
    for region in marked {
      let name = "\(id.rawValue).\(region)"
      let scores = fields[name + ".nrs"]
      guard scores.count <= 1 else { throw .duplicate }
      let score = scores.first.flatMap { Decimals.read($0, places: 0) }
      guard scores.isEmpty || score != nil else { throw .wholeNumber }
      regions.append(
        MarkedRegion(
          region: BodyRegion.ID(rawValue: region),
          symptoms: fields[name + ".symptoms"].map(Symptom.ID.init(rawValue:)),
          nrs: score.map { Int($0) }, note: fields.first(name + ".note")))
    }
    return regions.isEmpty ? nil : .regions(regions)
  }

  private func rows(_ fields: FieldValues) -> AnswerValue? {
    var rows: [[String: String]] = []
    for number in 1...max(1, maximumEntries ?? 1) {
      var row: [String: String] = [:]
      for column in columns {
        row[column.id] = fields.first("\(id.rawValue).\(column.id).\(number)")
      }
      if !row.isEmpty { rows.append(row) }
    }
    return rows.isEmpty ? nil : .rows(rows)
  }
}

/// A region as posted in JSON, where symptoms may be left out.
private struct PostedRegion: Decodable {
  let region: MarkedRegion

  private enum Key: CodingKey { case region, symptoms, nrs, note }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    region = MarkedRegion(
      region: try container.decode(BodyRegion.ID.self, forKey: .region),
      symptoms: try container.decodeIfPresent([Symptom.ID].self, forKey: .symptoms) ?? [],
      nrs: try container.decodeIfPresent(Int.self, forKey: .nrs),
      note: try container.decodeIfPresent(String.self, forKey: .note))
  }
}
