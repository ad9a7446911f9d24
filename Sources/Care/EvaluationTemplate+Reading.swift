import Clinical

extension EvaluationTemplate {
  /// Reads the values that were filled in.
  ///
  /// - Throws: `EvaluationRefusal.unreadable` with every line that cannot be read.
  package func read(_ text: String) throws -> CheckedFindings {
    var evaluation = Evaluation()
    var faults: [String] = []
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("==") {
      let content = line.withoutGuidance
      guard let equals = content.firstIndex(of: "=") else {
        if !content.isBlank { faults.append("“\(String(content).trimmed)”: no = in this line") }
        continue
      }
      let key = content[..<equals].split(separator: " ").map(String.init)
      let value = content[content.index(after: equals)...].split(separator: " ").joined(separator: " ")
      guard !value.isEmpty else { continue }
      do throws(Unreadable) {
        try evaluation.add(value, for: key, pack)
      } catch {
        faults.append("“\(key.joined(separator: " ")) = \(value)”: \(error.reason)")
      }
    }
    faults += pack.faults(of: evaluation)
    guard faults.isEmpty else { throw CareRefusal.evaluation(.unreadable(faults)) }
    return try CheckedFindings(evaluation, pack)
  }

  /// Returns why a value cannot be written down for a line of the template; nil when it can.
  package func fault(_ value: String, for key: String) -> String? {
    var evaluation = Evaluation()
    do throws(Unreadable) {
      try evaluation.add(value, for: key.split(separator: " ").map(String.init), pack)
    } catch {
      return error.reason
    }
    // These name the finding, and so does whoever asks.
    return pack.faults(of: evaluation).first.map { fault in
      fault.firstRange(of: ": ").map { String(fault[$0.upperBound...]) } ?? fault
    }
  }

  /// Returns the lines of a draft that have a value, without guidance.
  package static func answers(in text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("==") }
      .map { String($0.withoutGuidance).trimmed }
      .filter { $0.contains("=") && !$0.hasSuffix("=") }
  }

  package struct Unreadable: Error { package let reason: String }
}

extension Substring {
  fileprivate var withoutGuidance: Substring {
    guard let mark = firstRange(of: EvaluationTemplate.guidance) else { return self }
    return self[..<mark.lowerBound]
  }
}

extension Evaluation {
  fileprivate mutating func add(_ text: String, for key: [String], _ pack: ContentPack)
    throws(EvaluationTemplate.Unreadable)
  {
    if key == ["trigger"] {
      triggerPoints.append(try pack.triggerPoint(text))
    } else if key.count == 1, let condition = Condition(rawValue: key[0]) {
      guard text.count <= Condition.mostCharacters else {
        throw .init(reason: "at most \(Condition.mostCharacters) characters")
      }
      conditions[condition] = text
    } else {
      try addFinding(text, for: key, pack)
    }
  }

  private mutating func addFinding(_ text: String, for key: [String], _ pack: ContentPack)
    throws(EvaluationTemplate.Unreadable)
  {
    let id = FindingDefinition.ID(rawValue: key.first ?? "")
    guard let definition = pack.finding(id) else {
      let near = pack.findings.min { $0.distance(to: id.rawValue) < $1.distance(to: id.rawValue) }
      throw .init(reason: "there is no such finding" + (near.map { "; perhaps \($0.id), \($0.plainName)" } ?? ""))
    }
    var (text, side) = (text, key.dropFirst().first)
    if definition.sides == .lr, side == nil {
      if let (left, right) = definition.bothSides(text) {
        findings[id] = .sided(left: left, right: right)
        return
      }
      if let said = definition.sideAndValue(text) { (side, text) = said }
    }
    if definition.sides == .signedGrade, text != "gone" {
      let parts = text.split(separator: " ")
      guard let grade = Double(parts[0]), parts.count <= 2 else { throw .init(reason: "a number, then left or right") }
      findings[id] = .graded(grade, side: parts.count == 2 ? String(parts[1]) : nil)
      return
    }
    let value = try definition.value(text)
    switch (side, findings[id]) {
    case (nil, _): findings[id] = .single(value)
    case ("left", .sided(_, let right)): findings[id] = .sided(left: value, right: right)
    case ("left", _): findings[id] = .sided(left: value, right: nil)
    case ("right", .sided(let left, _)): findings[id] = .sided(left: left, right: value)
    case ("right", _): findings[id] = .sided(left: nil, right: value)
    default: throw .init(reason: "a side is left or right")
    }
  }
}
