import Clinical
import JSON
import Records

extension RecordSheet.Kind {
  struct Column {
    let id: String
    let label: String
    /// Whether it stands there although no record has anything in it.
    let isAsked: Bool
  }

  /// The records of an archive from which the rows are made.
  var noun: String { self == .items ? "plans" : rawValue }

  /// The columns beside those of questions and findings, by the names that an archive gives them.
  var facts: [String] {
    switch self {
    case .intakes: ["short_id", "submitted_at", "state", "massage", "flags", "content_version"]
    case .evaluations: ["short_id", "recorded_at", "state", "trigger_points", "content_version"]
    case .items:
      ["short_id", "state", "issued_at", "position", "item", "title", "phase", "effect", "override_reason", "note"]
    case .checkins: ["short_id", "submitted_at", "form", "read_at", "flags", "content_version"]
    }
  }

  func columns(_ pack: ContentPack) -> [Column] {
    switch self {
    case .intakes: pack.questions.map { Column(id: $0.id.rawValue, label: $0.text, isAsked: !$0.retired) }
    case .evaluations: pack.findings.map { Column(id: $0.id.rawValue, label: $0.name, isAsked: true) }
    case .items: []
    case .checkins:
      pack.checkIn.entries.map { Column(id: $0.question.id.rawValue, label: $0.question.text, isAsked: true) }
    }
  }

  /// The rows of a record: itself, or the items of a plan.
  func rows(_ record: JSON) -> [JSON] {
    guard self == .items else { return [record] }
    let plan = record.members ?? []
    return (record["items"]?.array ?? []).map { item in
      // What an item says comes first, where both have a word for it.
      .object((item.members ?? []) + plan.filter { $0.key != "items" })
    }
  }

  /// What the client answered, or what was found, as it is to be read: the last amendment counts.
  func cells(_ record: JSON) -> [JSON.Member] {
    let last = record["amendments"]?.array?.last ?? record
    return switch self {
    case .intakes, .checkins: (last["answers"] ?? .null).members ?? []
    case .evaluations: (last["body"]?["findings"] ?? .null).members ?? []
    case .items: []
    }
  }

  func fact(_ name: String, of record: JSON, _ pack: ContentPack) -> JSON {
    let value = record[name] ?? .null
    return switch name {
    case "flags": .string((value.array ?? []).compactMap { $0["title"]?.string }.joined(separator: "; "))
    case "title": pack.item(.init(rawValue: record["item"]?.string ?? "")).map { .string($0.title) } ?? .null
    case "trigger_points": .integer((record["amendments"]?.array?.last ?? record)["body"]?[name]?.array?.count ?? 0)
    default: value
    }
  }

  /// A number as a number, everything else in words.
  func worded(_ value: JSON, _ id: String, _ pack: ContentPack) -> JSON {
    if case .integer = value { return value }
    if case .decimal = value { return value }
    return switch self {
    case .intakes: answer(value, pack.question(.init(rawValue: id)), pack)
    case .checkins: answer(value, pack.checkIn.question(.init(rawValue: id)), pack)
    case .evaluations: finding(value, pack.finding(.init(rawValue: id)))
    case .items: value
    }
  }

  private func answer(_ value: JSON, _ question: Question?, _ pack: ContentPack) -> JSON {
    guard let question, let answer = AnswerValue(value) else { return value }
    return .string(answer.lines(to: question, in: pack).joined(separator: "; "))
  }

  private func finding(_ value: JSON, _ definition: FindingDefinition?) -> JSON {
    guard let definition, let finding = Finding(value) else { return value }
    return .string(finding.words(of: definition))
  }
}
