import JSON

/// The stored shape: an object of question id to value, as in `{"pain.now": 4, "visit.goals": ["relax"]}`.
extension Answers: Codable {
  package var json: JSON {
    .object(values.sorted { $0.key < $1.key }.map { .init($0.key.rawValue, $0.value.json) })
  }

  /// - Throws: the ids whose value has no shape an answer can have.
  package init(_ json: JSON) throws(MalformedInput) {
    guard let members = json.members else {
      throw MalformedInput(["answers must be an object of question id to value"])
    }
    var faults: [String] = []
    values = [:]
    for member in members where member.value != .null {
      if let value = AnswerValue(member.value) {
        values[Question.ID(rawValue: member.key)] = value
      } else {
        faults.append("\(member.key): the value has a shape that no answer has")
      }
    }
    if !faults.isEmpty { throw MalformedInput(faults) }
  }

  package init(from decoder: any Decoder) throws {
    try self.init(JSON(from: decoder))
  }

  package func encode(to encoder: any Encoder) throws {
    try json.encode(to: encoder)
  }
}

extension AnswerValue {
  package var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): JSON(number: number)
    case .choices(let ids): .array(ids.map { .string($0.rawValue) })
    case .consent(let given): .bool(given)
    case .regions(let entries): .array(entries.map(\.json))
    case .rows(let rows):
      .array(rows.map { row in .object(row.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }) })
    }
  }

  /// Nil when no answer has this shape.
  package init?(_ json: JSON) {
    switch json {
    case .string(let text): self = .text(text)
    case .integer, .decimal: self = .number(json.number ?? 0)
    case .bool(let given): self = .consent(given)
    case .null, .object: return nil
    case .array(let elements):
      if let ids = json.strings {
        self = .choices(ids.map(Question.Choice.ID.init(rawValue:)))
      } else if let entries = elements.mapAll(MarkedRegion.init) {
        self = .regions(entries)
      } else if let rows = elements.mapAll(Self.row) {
        self = .rows(rows)
      } else {
        return nil
      }
    }
  }

  private static func row(_ json: JSON) -> [String: String]? {
    let filled = json.members?.filter { $0.value != .null }
    guard let cells = filled?.mapAll({ cell in cell.value.string.map { (cell.key, $0) } }) else { return nil }
    return Dictionary(cells, uniquingKeysWith: { $1 })
  }
}

extension MarkedRegion {
  fileprivate var json: JSON {
    var members: [JSON.Member] = [.init("region", .string(region.rawValue))]
    if !symptoms.isEmpty { members.append(.init("symptoms", .array(symptoms.map { .string($0.rawValue) }))) }
    if let nrs { members.append(.init("nrs", .integer(nrs))) }
    if let note { members.append(.init("note", .string(note))) }
    return .object(members)
  }

  fileprivate init?(_ json: JSON) {
    guard let members = json.members, let region = json["region"]?.string else { return nil }
    self.init(region: BodyRegion.ID(rawValue: region))
    for member in members where member.value != .null {
      switch (member.key, member.value) {
      case ("region", _): break
      case ("symptoms", let value):
        guard let ids = value.strings else { return nil }
        symptoms = ids.map(Symptom.ID.init(rawValue:))
      case ("nrs", .integer(let score)): nrs = score
      case ("note", .string(let text)): note = text
      default: return nil
      }
    }
  }
}

extension Sequence {
  /// The elements transformed; nil as soon as one cannot be.
  func mapAll<Transformed>(_ transform: (Element) -> Transformed?) -> [Transformed]? {
    var all: [Transformed] = []
    for element in self {
      guard let transformed = transform(element) else { return nil }
      all.append(transformed)
    }
    return all
  }
}
