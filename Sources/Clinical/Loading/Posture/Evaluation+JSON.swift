import JSON

/// The stored shape: `{"findings": {"pf.atr": 6, "pf.fhp_cva": {"left": 44}}, "trigger_points": [...]}`. A finding is a
/// number, a word, a list of words, `"gone"`, `{"left":, "right":}` of those, or `{"value":, "side":}`. What was measured from a
/// photo has an entry in `"methods": {"pf.fhp_cva": {"formula": "fm.cva", "levelled": true}}`, and the photo one in `photos`
/// (`TappedPhoto+JSON`). How it was taken is in `"conditions": {"clothing": "fitted"}`.
extension Evaluation: Codable {
  package var json: JSON {
    var members: [JSON.Member] = [
      .init("findings", .object(findings.sorted { $0.key < $1.key }.map { .init($0.key.rawValue, $0.value.json) })),
      .init("trigger_points", .array(triggerPoints.map(\.json))),
    ]
    if !methods.isEmpty {
      let methods = methods.sorted { $0.key < $1.key }.map { JSON.Member($0.key.rawValue, $0.value.json) }
      members.append(.init("methods", .object(methods)))
    }
    if !photos.isEmpty { members.append(.init("photos", .array(photos.map(\.json)))) }
    if !conditions.isEmpty {
      let conditions = conditions.sorted { $0.key.rawValue < $1.key.rawValue }
      members.append(.init("conditions", .object(conditions.map { .init($0.key.rawValue, .string($0.value)) })))
    }
    return .object(members)
  }

  /// - Parameter json: an object; other members than these are not read.
  package init(_ json: JSON) throws(MalformedInput) {
    self.init()
    var faults: [String] = []
    switch json["findings"] {
    case nil, .null: break
    case .object(let members):
      for member in members {
        if let finding = Finding(member.value) {
          findings[FindingDefinition.ID(rawValue: member.key)] = finding
        } else {
          faults.append("\(member.key): the value has a shape that no finding has")
        }
      }
    default: faults.append("findings must be an object of finding id to value")
    }
    switch json["trigger_points"] {
    case nil, .null: break
    case .array(let elements):
      for (position, element) in elements.enumerated() {
        if let point = TriggerPoint(element) {
          triggerPoints.append(point)
        } else {
          faults.append(
            "trigger point \(position + 1): needs muscle, region, status active or latent, and tender 0 to 4")
        }
      }
    default: faults.append("trigger_points must be a list")
    }
    for member in json["methods"]?.members ?? [] {
      if let method = MeasuringMethod(member.value) {
        methods[FindingDefinition.ID(rawValue: member.key)] = method
      } else {
        faults.append("methods: \(member.key) needs a formula and levelled true or false")
      }
    }
    for (position, element) in (json["photos"]?.array ?? []).enumerated() {
      if let photo = TappedPhoto(element) {
        photos.append(photo)
      } else {
        faults.append("photo \(position + 1): needs view, size, scale_mm and landmarks")
      }
    }
    for member in json["conditions"]?.members ?? [] {
      if let condition = Condition(rawValue: member.key), let words = member.value.string,
        words.count <= Condition.mostCharacters
      {
        conditions[condition] = words
      } else {
        let known = Condition.allCases.map(\.rawValue).joined(separator: ", ")
        faults.append("conditions: \(member.key) must be one of \(known), a text of up to 100 characters")
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

extension Finding {
  package var json: JSON {
    switch self {
    case .single(let value): value.json
    case .sided(nil, nil):
      ["left": .null, "right": .null]
    case .sided(let left, let right):
      .object([left.map { .init("left", $0.json) }, right.map { .init("right", $0.json) }].compactMap { $0 })
    case .graded(let grade, let side):
      .object([.init("value", JSON(number: grade))] + (side.map { [.init("side", .string($0))] } ?? []))
    }
  }

  /// Null, `{}` and missing sides are a finding that was left empty.
  package init?(_ json: JSON) {
    guard let members = json.members else {
      if json == .null {
        self = .sided(left: nil, right: nil)
        return
      }
      guard let value = FindingValue(json) else { return nil }
      self = .single(value)
      return
    }
    let keys = Set(members.map(\.key))
    if keys.isSubset(of: ["left", "right"]) {
      let left = json["left"].flatMap(FindingValue.init)
      let right = json["right"].flatMap(FindingValue.init)
      guard members.allSatisfy({ $0.value == .null || FindingValue($0.value) != nil }) else { return nil }
      self = .sided(left: left, right: right)
    } else if keys.isSubset(of: ["value", "side"]), let value = json["value"].flatMap(FindingValue.init) {
      let side = json["side"] ?? .null
      guard side == .null || side.string != nil else { return nil }
      switch value {
      case .number(let grade): self = .graded(grade, side: side.string)
      case .word, .words, .gone: self = .single(value)
      }
    } else {
      return nil
    }
  }
}

extension FindingValue {
  package var json: JSON {
    switch self {
    case .number(let number): JSON(number: number)
    case .word(let word): .string(word)
    case .words(let words): .array(words.map(JSON.string))
    case .gone: .string("gone")
    }
  }

  package init?(_ json: JSON) {
    switch json {
    case .integer, .decimal: self = .number(json.number ?? 0)
    case .string("gone"): self = .gone
    case .string(let word): self = .word(word)
    case .array:
      guard let words = json.strings else { return nil }
      self = .words(words)
    case .null, .bool, .object: return nil
    }
  }
}

extension TriggerPoint {
  package var json: JSON {
    var members: [JSON.Member] = [
      .init("muscle", .string(muscle.rawValue)), .init("region", .string(region.rawValue)),
      .init("status", .string(status.rawValue)), .init("tender", .integer(tender)), .init("taut_band", .bool(tautBand)),
      .init("refers", .bool(refers)),
    ]
    if let refersTo { members.append(.init("refers_to", .array(refersTo.map { .string($0.rawValue) }))) }
    if let note { members.append(.init("note", .string(note))) }
    return .object(members)
  }

  package init?(_ json: JSON) {
    guard let muscle = json["muscle"]?.string, let region = json["region"]?.string,
      let status = json["status"]?.string.flatMap(Status.init(rawValue:)),
      let tender = json["tender"]?.integer ?? (status == .gone ? 0 : nil), (0...4).contains(tender)
    else { return nil }
    self.init(
      muscle: Muscle.ID(rawValue: muscle), region: BodyRegion.ID(rawValue: region), status: status, tender: tender,
      tautBand: json["taut_band"]?.bool ?? false, refers: json["refers"]?.bool ?? false,
      refersTo: json["refers_to"]?.strings?.map(BodyRegion.ID.init(rawValue:)), note: json["note"]?.string)
  }
}

extension MeasuringMethod {
  package var json: JSON {
    let own = ownChange.map { [JSON.Member("own_change", JSON(number: $0))] } ?? []
    return .object([.init("formula", .string(formula.rawValue)), .init("levelled", .bool(isLevelled))] + own)
  }

  package init?(_ json: JSON) {
    guard let formula = json["formula"]?.string, let isLevelled = json["levelled"]?.bool else { return nil }
    self.init(
      formula: Formula.ID(rawValue: formula), isLevelled: isLevelled, ownChange: json["own_change"]?.number)
  }
}
