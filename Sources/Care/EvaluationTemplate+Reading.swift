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
        if !content.isBlank { faults.append("“\(content)”: no = in this line") }
        continue
      }
      let key = content[..<equals].split(separator: " ").map(String.init)
      let value = content[content.index(after: equals)...].split(separator: " ").joined(separator: " ")
      guard !value.isEmpty else { continue }
      do throws(Unreadable) {
        try key == ["trigger"] ? evaluation.addTriggerPoint(value) : evaluation.add(value, for: key, pack)
      } catch {
        faults.append("\(key.joined(separator: " ")): \(error.reason)")
      }
    }
    faults += pack.faults(of: evaluation)
    guard faults.isEmpty else { throw CareRefusal.evaluation(.unreadable(faults)) }
    return try CheckedFindings(evaluation, pack)
  }

  /// Returns the lines of a draft that have a value, without guidance.
  package static func answers(in text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("==") }
      .map { String($0.withoutGuidance).trimmed }
      .filter { $0.contains("=") && !$0.hasSuffix("=") }
  }

  fileprivate struct Unreadable: Error { let reason: String }
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
    let id = FindingDefinition.ID(rawValue: key.first ?? "")
    guard let definition = pack.finding(id) else { throw .init(reason: "there is no such finding") }
    if definition.sides == .signedGrade, text != "gone" {
      let parts = text.split(separator: " ")
      guard let grade = Double(parts[0]), parts.count <= 2 else { throw .init(reason: "a number, then left or right") }
      findings[id] = .graded(grade, side: parts.count == 2 ? String(parts[1]) : nil)
      return
    }
    let value = try definition.value(text)
    switch (key.dropFirst().first, findings[id]) {
    case (nil, _): findings[id] = .single(value)
    case ("left", .sided(_, let right)): findings[id] = .sided(left: value, right: right)
    case ("left", _): findings[id] = .sided(left: value, right: nil)
    case ("right", .sided(let left, _)): findings[id] = .sided(left: left, right: value)
    case ("right", _): findings[id] = .sided(left: nil, right: value)
    default: throw .init(reason: "a side is left or right")
    }
  }

  fileprivate mutating func addTriggerPoint(_ text: String) throws(EvaluationTemplate.Unreadable) {
    var parts = text.split(separator: " ").map(String.init)
    if parts.count == 3, parts[2] == "gone" { parts.append("0") }
    guard parts.count >= 4, let status = TriggerPoint.Status(rawValue: parts[2]), let tender = Int(parts[3]),
      Set(parts.dropFirst(4)).isSubset(of: ["taut", "refers"])
    else { throw .init(reason: "MUSCLE REGION active|latent TENDER(0-4) [taut] [refers], or MUSCLE REGION gone") }
    triggerPoints.append(
      TriggerPoint(
        muscle: Muscle.ID(rawValue: parts[0]), region: BodyRegion.ID(rawValue: parts[1]), status: status,
        tender: tender,
        tautBand: parts.contains("taut"), refers: parts.contains("refers")))
  }
}

extension FindingDefinition {
  fileprivate func value(_ text: String) throws(EvaluationTemplate.Unreadable) -> FindingValue {
    if text == "gone" { return .gone }
    switch kind {
    case .test, .choice: return .word(text)
    case .multiChoice:
      return .words(text.split(separator: ",").map { String($0).trimmed })
    case .measure, .grade, .mmt:
      guard let number = readMeasure(text) else { throw .init(reason: "“\(text)” is not a number") }
      return .number(number)
    }
  }
}
