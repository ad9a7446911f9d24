import Care
import Clinical
import JSON
import Records

extension EvaluationRecord.State {
  var styled: StyledText {
    switch self {
    case .draft: "○ draft"
    case .signed: StyledText("✓ signed", .green)
    case .amended: "○ amended"
    }
  }
}

extension Evaluation {
  /// How much was found.
  var counted: String {
    let points = triggerPoints.isEmpty ? nil : triggerPoints.count.counted("trigger point")
    let found = findings.isEmpty && points != nil ? nil : findings.count.counted("finding")
    return [found, points].compactMap(\.self).joined(separator: ", ")
  }
}

extension EvaluationRecord {
  var json: JSON {
    let header: JSON = [
      "id": .string(id.description), "short_id": .string(shortID), "client": .string(client.description),
      "client_name": .string(clientName), "state": .string(state.rawValue), "recorded_at": JSON(recordedAt),
      "signed_at": JSON(signedAt), "content_version": .string(contentVersion),
    ]
    return header.adding(evaluation.json)
  }

  /// - Parameter answers: the answers of the accepted intake, on which some bands depend.
  func report(_ pack: ContentPack, answers: Answers?) -> Report {
    let assessment = pack.assess(answers ?? Answers(), evaluation)
    var report = Report()
    report.title(
      StyledText(clientName, .bold), StyledText(shortID, .cyan), state.styled, StyledText(Moment.local(recordedAt)))
    for area in pack.evaluationAreas {
      let recorded = area.findings.filter { evaluation.findings[$0.id] != nil }
      guard !recorded.isEmpty else { continue }
      report.heading(area.name)
      report.table(
        Table(
          columns: [.init(heading: "Finding"), .init(heading: "Value"), .init(heading: "")],
          rows: recorded.map { definition in
            let severity = (assessment.severities[definition.id] ?? nil) ?? 0
            return [
              StyledText(definition.plainName),
              StyledText(evaluation.findings[definition.id]?.words(of: definition) ?? ""),
              StyledText(
                (severity == 0 ? "" : String(repeating: "▪", count: severity) + " ") + answerWords.severity(severity),
                severity >= 2 ? .yellow : .plain),
            ]
          }))
    }
    if !evaluation.triggerPoints.isEmpty {
      report.heading("Trigger points")
      for point in evaluation.triggerPoints { report.paragraph(point.line(pack), marker: "·") }
    }
    if !evaluation.conditions.isEmpty { report.heading("How it was taken") }
    for condition in Evaluation.Condition.allCases {
      if let words = evaluation.conditions[condition] { report.fact(condition.label, words) }
    }
    return report
  }
}

extension TriggerPoint {
  func line(_ pack: ContentPack) -> String {
    let name = pack.muscles.first { $0.id == muscle }?.plainName ?? muscle.rawValue
    let place = pack.region(region)?.label ?? region.rawValue
    if status == .gone { return "\(name), \(place): gone" }
    return "\(name), \(place): \(status.rawValue), tender \(tender)/4"
      + (tautBand ? ", taut band" : "") + (refers ? ", refers" : "")
  }
}
