import Clinical
import Foundation
import JSON
import Records

/// Flags, consents, plans with their documents, and who answers for what.
extension FHIR {
  /// The red flags of an intake or a check-in, with what was done about them.
  ///
  /// - Parameter implicated: the id of the resource that raised them; a check-in is none.
  static func issues(_ record: JSON, implicated: JSON? = nil) -> [JSON] {
    (record["flags"]?.array ?? []).map { flag in
      let done = flag["acknowledged_at"].flatMap { $0 == .null ? nil : $0 }
      return entry(
        "DetectedIssue", id(of: "\(record["id"]?.string ?? "") \(flag["flag"]?.string ?? "")"),
        [
          ("status", .string(done == nil ? "registered" : "final")),
          ("code", concept(coding(system("redflag"), flag["flag"]?.string ?? ""), text: flag["title"]?.string)),
          ("severity", .string(severities[flag["urgency"]?.string ?? ""] ?? "low")),
          ("patient", reference(record["client_id"])), ("identifiedDateTime", flag["raised_at"]),
          ("implicated", list(reference(implicated))), ("detail", flag["title"]),
          (
            "mitigation",
            list(
              done.map { done in
                object([
                  (
                    "action",
                    concept(coding(system("action"), flag["action"]?.string ?? ""), text: flag["note"]?.string)
                  ),
                  ("date", done), ("author", reference(flag["acknowledged_by"])),
                ])
              })
          ),
        ])
    }
  }

  private static let severities = ["emergency": "high", "urgent": "high", "refer": "moderate", "caution": "low"]

  /// - Parameter record: what was said about consents at one time, as an archive has it.
  static func consents(_ record: JSON, of practice: String) -> [JSON] {
    (record["states"]?.members ?? []).map { member in
      let state = member.value.string ?? ""
      let isGiven = state == "given" || state == "renewed"
      return entry(
        "Consent", id(of: "\(record["client_id"]?.string ?? "") \(record["at"]?.string ?? "") \(member.key)"),
        [
          ("status", .string(isGiven ? "active" : state == "refused" ? "rejected" : "inactive")),
          (
            "scope",
            concept(coding("http://terminology.hl7.org/CodeSystem/consentscope", "treatment"), text: member.key)
          ),
          ("category", .array([concept(coding(loinc, "59284-0", "Consent Document"))])),
          ("patient", reference(record["client_id"])), ("dateTime", record["at"]),
          ("organization", list(reference(.string(practice)))), ("sourceReference", reference(record["intake_id"])),
          (
            "policyRule",
            concept(coding(system("consent"), member.key), text: "Content \(record["text_version"]?.string ?? "")")
          ),
          ("provision", ["type": .string(isGiven ? "permit" : "deny")]),
        ])
    }
  }

  /// - Parameter record: a plan as an archive has it.
  static func carePlan(_ record: JSON, _ pack: ContentPack) -> JSON {
    let (status, doing) = states[record["state"]?.string ?? ""] ?? ("unknown", "unknown")
    let activities = (record["items"]?.array ?? []).map { item -> JSON in
      let name = item["item"]?.string ?? ""
      let title = pack.item(.init(rawValue: name))?.title
      let words = ["Step \(item["phase"]?.integer ?? 1)", item["note"]?.string].compactMap(\.self).joined(
        separator: ": ")
      return [
        "detail": object([
          ("code", concept(coding(system("item"), name, title), text: title ?? name)), ("status", .string(doing)),
          ("description", .string(words)),
        ])
      ]
    }
    return entry(
      "CarePlan", record["id"]?.string ?? "",
      [
        ("identifier", identifier("plan", record["short_id"])), ("replaces", list(reference(record["revises"]))),
        ("status", .string(status)), ("intent", .string("plan")), ("title", .string("Home-care plan")),
        ("subject", reference(record["client_id"])),
        ("period", object([("start", record["issued_at"]), ("end", record["closed_at"])])),
        ("created", record["created_at"]), ("author", reference(record["created_by"])),
        ("supportingInfo", .array([record["intake_id"], record["evaluation_id"]].compactMap(reference))),
        ("activity", .array(activities)),
      ])
  }

  private static let states = [
    "draft": ("draft", "not-started"), "issued": ("active", "in-progress"), "paused": ("on-hold", "on-hold"),
    "revised": ("revoked", "stopped"), "closed": ("completed", "completed"),
  ]

  static func document(_ document: IssuedDocument, of plan: JSON) -> JSON {
    let isPDF = document.variant.hasPrefix("pdf")
    let attachment: JSON = [
      "contentType": .string(isPDF ? "application/pdf" : "text/plain; charset=utf-8"),
      "data": .string(Data(document.bytes).base64EncodedString()), "title": .string("Home-care plan"),
    ]
    return entry(
      "DocumentReference", id(of: "\(plan["id"]?.string ?? "") \(document.variant)"),
      [
        ("status", .string("current")),
        ("type", concept(coding(system("document"), document.variant), text: "Home-care plan")),
        ("subject", reference(plan["client_id"])), ("date", plan["issued_at"]),
        ("author", list(reference(plan["issued_by"]))),
        ("content", list(object([("attachment", attachment)]))),
        ("context", object([("related", list(reference(plan["id"])))])),
      ])
  }

  /// Who has accepted, signed or issued a record; nil as long as nobody has.
  static func provenance(_ record: JSON) -> JSON? {
    let marks = [("accepted_by", "accepted_at"), ("signed_by", "signed_at"), ("issued_by", "issued_at")]
    guard let (by, at) = marks.first(where: { record[$0.0]?.string != nil }) else { return nil }
    return entry(
      "Provenance", id(of: "provenance \(record["id"]?.string ?? "")"),
      [
        ("target", list(reference(record["id"]))), ("recorded", record[at]),
        (
          "agent",
          .array([object([("type", concept(text: by.replacing("_", with: " "))), ("who", reference(record[by]))])])
        ),
      ])
  }
}
