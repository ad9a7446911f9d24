import Care
import Clinical
import JSON
import Records

extension EvaluationRecord.State {
  var inked: Inked {
    switch self {
    case .draft: "○ draft"
    case .signed: Inked("✓ signed", .green)
    case .amended: "○ amended"
    }
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

  /// - Parameter answers: of the accepted intake; some bands depend on them.
  func sheet(_ pack: ContentPack, answers: Answers?) -> Sheet {
    let assessment = pack.assess(answers ?? Answers(), evaluation)
    var sheet = Sheet()
    sheet.title(Inked(clientName, .bold), Inked(shortID, .cyan), state.inked, Inked(Moment.local(recordedAt)))
    for area in pack.evaluationAreas {
      let recorded = area.findings.filter { evaluation.findings[$0.id] != nil }
      guard !recorded.isEmpty else { continue }
      sheet.heading(area.name)
      sheet.table(
        Table(
          columns: [.init(heading: "Finding"), .init(heading: "Value"), .init(heading: "")],
          rows: recorded.map { definition in
            let severity = (assessment.severities[definition.id] ?? nil) ?? 0
            return [
              Inked(definition.plainName), Inked(evaluation.findings[definition.id]?.words(of: definition) ?? ""),
              Inked(
                severity == 0 ? "usual" : String(repeating: "▪", count: severity) + " " + Self.words[min(severity, 3)],
                severity >= 2 ? .yellow : .plain),
            ]
          }))
    }
    if !evaluation.triggerPoints.isEmpty {
      sheet.heading("Trigger points")
      for point in evaluation.triggerPoints { sheet.paragraph(point.line(pack), marker: "·") }
    }
    return sheet
  }

  private static let words = ["usual", "mild", "moderate", "marked"]
}

extension TriggerPoint {
  fileprivate func line(_ pack: ContentPack) -> String {
    let name = pack.muscles.first { $0.id == muscle }?.plainName ?? muscle.rawValue
    let place = pack.region(region)?.label ?? region.rawValue
    return "\(name), \(place): \(status.rawValue), tender \(tender)/4"
      + (tautBand ? ", taut band" : "") + (refers ? ", refers" : "")
  }
}
