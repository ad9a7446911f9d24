import Clinical
import JSON
import Records

/// Everything of clients as a Bundle of FHIR R4, for systems that read nothing else of ours. The archive keeps more: notes,
/// visits and the audit have no resource here.
package struct FHIRExport: Sendable {
  private let desk: Desk
  /// The content in use.
  private let pack: ContentPack

  package init(at desk: Desk, pack: ContentPack) {
    self.desk = desk
    self.pack = pack
  }

  /// Writes the Bundle, a client at a time.
  ///
  /// - Returns: the number of resources.
  package func write(_ clients: [Client], _ take: (String) throws -> Void) async throws -> Int {
    let practice = try await desk.practice()
    let colleagues = try await desk.practitioners()
    var entries = 0
    var forms: Set<String> = []
    func write(_ entry: JSON) throws {
      try take((entries == 0 ? "" : ",\n") + entry.text)
      entries += 1
    }
    try take(#"{"resourceType":"Bundle","type":"collection","entry":["# + "\n")
    try write(FHIR.organization(practice))
    for colleague in colleagues { try write(FHIR.practitioner(colleague)) }
    for client in clients {
      for record in try await desk.exportedRecords(of: client.id) {
        let json = try JSON(parsing: Array(record.text.utf8))
        let pack = try await content(of: json)
        if record.noun == "intakes", forms.insert(pack.version).inserted { try write(FHIR.questionnaire(pack)) }
        for entry in try await self.entries(record.noun, json, pack, of: "\(practice.id)") { try write(entry) }
      }
    }
    try take("\n]}\n")
    return entries
  }

  private func content(of record: JSON) async throws -> ContentPack {
    let version = (record["amendments"]?.array?.last ?? record)["content_version"]?.string ?? pack.version
    return version == pack.version ? pack : try await desk.content(version)
  }

  private func entries(
    _ noun: String, _ record: JSON, _ pack: ContentPack, of practice: String
  ) async throws -> [JSON] {
    let isDraft = record["state"]?.string == "draft"
    let provenance = FHIR.provenance(record).map { [$0] } ?? []
    switch noun {
    case "clients": return [FHIR.patient(record, of: practice)]
    case "intakes":
      return [try FHIR.response(record, pack)] + FHIR.told(record, at: "submitted_at", pack.questions)
        + FHIR.issues(record, implicated: record["id"]) + provenance
    case "consents": return FHIR.consents(record, of: practice)
    case "evaluations" where !isDraft: return FHIR.evaluation(record, pack) + provenance
    case "checkins":
      return FHIR.told(record, at: "submitted_at", pack.checkIn.entries.map(\.question))
        + FHIR.issues(record)
    case "plans":
      return [FHIR.carePlan(record, pack)] + (isDraft ? [] : try await documents(of: record)) + provenance
    default: return []
    }
  }

  private func documents(of plan: JSON) async throws -> [JSON] {
    guard let id = plan["id"]?.id(of: Plan.self) else { return [] }
    do {
      return [FHIR.document(try await desk.document("pdf-a4", of: id), of: plan)]
    } catch Refusal.notFound(kind: "document") {
      return []
    }
  }
}
