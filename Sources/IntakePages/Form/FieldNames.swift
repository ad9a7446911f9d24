import Clinical
import JSON

/// The question, or part of a question, that each field answers; see `FieldValues` for the names. The fields for a region
/// of the body chart are looked up for the marked regions only.
struct FieldNames: Sendable {
  private enum Part {
    case whole
    /// Day, month or year of a date.
    case date(Int)
    /// A cell of a table, counted row by row.
    case cell(Int)
  }

  private struct Target {
    let question: Int
    let part: Part
  }

  private let targets: [String: Target]
  private let questions: [Question]

  init(_ pack: ContentPack) {
    questions = pack.questions
    var targets: [String: Target] = [:]
    for (place, question) in pack.questions.enumerated() where !question.staffOnly {
      let name = question.id.rawValue
      switch question.kind {
      case .date:
        for (part, suffix) in ["day", "month", "year"].enumerated() {
          targets["\(name).\(suffix)"] = Target(question: place, part: .date(part))
        }
      case .table:
        for (cell, suffix) in question.cells.enumerated() {
          targets["\(name).\(suffix)"] = Target(question: place, part: .cell(cell))
        }
        continue
      default: break
      }
      targets[name] = Target(question: place, part: .whole)
    }
    self.targets = targets
  }

  /// The raw values for each question of the pack, as `ContentPack.read` expects them; empty when all its fields are blank.
  func raw(_ fields: FieldValues) -> [[String]] {
    var raw: [[String]] = Array(repeating: [], count: questions.count)
    var parts: [Int: [String]] = [:]
    for (name, values) in fields.values {
      guard let target = targets[name] else { continue }
      switch target.part {
      case .whole: raw[target.question] = values
      case .date(let part): parts[target.question, default: ["", "", ""]][part] = values.first ?? ""
      case .cell(let cell):
        let count = questions[target.question].cellCount
        parts[target.question, default: Array(repeating: "", count: count)][cell] = values.first ?? ""
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

  /// The names of the cells, `COLUMN.N`, row by row.
  fileprivate var cells: [String] {
    (1...rowCount).flatMap { row in columns.map { "\($0.id).\(row)" } }
  }

  /// The chart as one JSON array, also if it was ticked region by region.
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
  /// The value of one or two ASCII digits. (`Int` would also accept a sign.)
  fileprivate var shortNumber: Int? { utf8.count <= 2 ? plainNumber : nil }
}
