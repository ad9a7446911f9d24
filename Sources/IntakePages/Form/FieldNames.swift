import Clinical
import JSON

/// The names of the fields that one question each answers, or a part of it; see `FieldValues`. What is felt in a region
/// of the chart is looked up for the regions that were marked.
struct FieldNames: Sendable {
  private enum Part {
    case whole
    /// Of a date: day, month or year.
    case date(Int)
    /// Of a table, row by row.
    case cell(Int)
  }

  private struct Place {
    let question: Int
    let part: Part
  }

  private let places: [String: Place]
  private let questions: [Question]

  init(_ pack: ContentPack) {
    questions = pack.questions
    var places: [String: Place] = [:]
    for (place, question) in pack.questions.enumerated() where !question.staffOnly {
      let name = question.id.rawValue
      switch question.kind {
      case .date:
        for (part, suffix) in ["day", "month", "year"].enumerated() {
          places["\(name).\(suffix)"] = Place(question: place, part: .date(part))
        }
      case .table:
        for (cell, suffix) in question.cells.enumerated() {
          places["\(name).\(suffix)"] = Place(question: place, part: .cell(cell))
        }
        continue
      default: break
      }
      places[name] = Place(question: place, part: .whole)
    }
    self.places = places
  }

  /// What the fields give for each question of the pack, as `ContentPack.read` wants it; none when all are blank.
  func raw(_ fields: FieldValues) -> [[String]] {
    var raw: [[String]] = Array(repeating: [], count: questions.count)
    var parts: [Int: [String]] = [:]
    for (name, values) in fields.values {
      guard let place = places[name] else { continue }
      switch place.part {
      case .whole: raw[place.question] = values
      case .date(let part): parts[place.question, default: ["", "", ""]][part] = values.first ?? ""
      case .cell(let cell):
        let count = questions[place.question].cellCount
        parts[place.question, default: Array(repeating: "", count: count)][cell] = values.first ?? ""
      }
    }
    for (place, parts) in parts where raw[place].isEmpty { raw[place] = parts }
    for (place, question) in questions.enumerated() where question.kind == .regionMap {
      raw[place] = question.chart(raw[place], in: fields)
    }
    return raw
  }
}

extension Question {
  private var rowCount: Int { max(1, maximumEntries ?? 1) }

  fileprivate var cellCount: Int { rowCount * columns.count }

  /// `COLUMN.N`, row by row.
  fileprivate var cells: [String] {
    (1...rowCount).flatMap { row in columns.map { "\($0.id).\(row)" } }
  }

  /// A chart as one JSON array, also when it was ticked region by region.
  fileprivate func chart(_ ticked: [String], in fields: FieldValues) -> [String] {
    guard let first = ticked.first, !first.hasPrefix("[") else { return ticked }
    return [JSON.array(ticked.map { markedRegion($0, in: fields) }).text]
  }

  private func markedRegion(_ region: String, in fields: FieldValues) -> JSON {
    let name = "\(id.rawValue).\(region)"
    var entry = [JSON.Member("region", .string(region))]
    let symptoms = fields[name + ".symptoms"]
    if !symptoms.isEmpty { entry.append(.init("symptoms", .array(symptoms.map(JSON.string)))) }
    if let score = fields.first(name + ".nrs") {
      entry.append(.init("nrs", score.shortNumber.map(JSON.integer) ?? .string(score)))
    }
    if let note = fields.first(name + ".note") { entry.append(.init("note", .string(note))) }
    return .object(entry)
  }
}

extension String {
  /// One or two ASCII digits; `Int` would also take a sign.
  fileprivate var shortNumber: Int? { utf8.count <= 2 ? plainNumber : nil }
}
