extension ContentPack {
  /// Returns a sentence for each answer that the pack cannot read: its question or choice is unknown, or its value is of
  /// another kind.
  package func unreadable(_ answers: Answers) -> [String] {
    answers.values.sorted { $0.key < $1.key }.compactMap { id, value in
      guard let question = question(id) else { return "\(id): the pack has no such question" }
      return question.unreadable(value, pack: self).map { "\(id): \($0)" }
    }
  }

  /// Returns a sentence for each finding and trigger point that the pack cannot read.
  package func unreadable(_ evaluation: Evaluation) -> [String] {
    let findings = evaluation.findings.sorted { $0.key < $1.key }.compactMap { id, value -> String? in
      guard let definition = finding(id) else { return "\(id): the pack has no such finding" }
      return value.values.lazy.compactMap(definition.unreadable).first.map { "\(id): \($0)" }
    }
    let points = evaluation.triggerPoints.enumerated().compactMap { position, point -> String? in
      let name = "trigger point \(position + 1)"
      if muscle(point.muscle) == nil { return "\(name): no muscle \(point.muscle)" }
      return ([point.region] + (point.refersTo ?? [])).first { region($0) == nil }.map { "\(name): no region \($0)" }
    }
    return findings + points
  }
}

extension Question {
  fileprivate func unreadable(_ value: AnswerValue, pack: ContentPack) -> String? {
    switch (kind, value) {
    case (.date, .text(let text)):
      CalendarDate(iso: text) == nil ? "a date is YYYY-MM-DD" : nil
    case (.single, .text(let id)):
      choices.contains { $0.id.rawValue == id } ? nil : "no choice \(id)"
    case (.text, .text), (.longtext, .text), (.email, .text), (.phone, .text), (.signature, .text):
      nil
    case (.int, .number(let number)):
      number == number.rounded() ? nil : "must be a whole number"
    case (.decimal, .number), (.consent, .consent), (.table, .rows), (.regionMap, .choices([])), (.table, .choices([])):
      nil
    case (.multi, .choices(let ids)):
      ids.first { id in !choices.contains { $0.id == id } }.map { "no choice \($0)" }
    case (.regionMap, .regions(let entries)):
      entries.lazy.compactMap(pack.unreadable).first
    default:
      "the value does not fit a question of type \(kind.rawValue)"
    }
  }
}

extension ContentPack {
  fileprivate func unreadable(_ entry: MarkedRegion) -> String? {
    if region(entry.region) == nil { return "no region \(entry.region)" }
    return entry.symptoms.first { symptom($0) == nil }.map { "no symptom \($0)" }
  }
}

extension FindingDefinition {
  fileprivate func unreadable(_ value: FindingValue) -> String? {
    switch (kind, value) {
    case (_, .gone), (.measure, .number), (.grade, .number), (.mmt, .number):
      nil
    case (.measure, .word(let grade)) where isGradedByEye:
      number(byEye: grade) == nil ? "no grade \(grade)" : nil
    case (.test, .word(let word)), (.choice, .word(let word)):
      choices.contains { $0.id == word } ? nil : "no choice \(word)"
    case (.multiChoice, .words(let words)):
      words.first { word in !choices.contains { $0.id == word } }.map { "no choice \($0)" }
    default:
      "the value does not fit a finding of kind \(kind.rawValue)"
    }
  }
}
