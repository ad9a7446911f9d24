import Clinical
import JSON
import Records

/// What was measured, and what a client told in numbers.
extension FHIR {
  /// An evaluation: one Observation that names the others as its members, and one for each finding.
  ///
  /// - Parameter record: a signed evaluation as an archive has it.
  static func evaluation(_ record: JSON, _ pack: ContentPack) -> [JSON] {
    let findings = observations(record, pack)
    let unknown = concept(coding("http://terminology.hl7.org/CodeSystem/data-absent-reason", "not-performed"))
    let whole = entry(
      "Observation", record["id"]?.string ?? "",
      [
        ("identifier", identifier("evaluation", record["short_id"])), ("status", .string(status(of: record))),
        ("code", concept(coding(system("evaluation"), "postural"), text: "Postural evaluation")),
        ("subject", reference(record["client_id"])), ("effectiveDateTime", record["recorded_at"]),
        ("performer", list(reference(record["signed_by"]))), ("dataAbsentReason", findings.isEmpty ? unknown : nil),
        ("hasMember", .array(findings.compactMap { finding in finding["fullUrl"].map { ["reference": $0] } })),
      ])
    return [whole] + findings
  }

  private static func status(of record: JSON) -> String {
    record["state"]?.string == "amended" ? "amended" : "final"
  }

  private static func observations(_ record: JSON, _ pack: ContentPack) -> [JSON] {
    let body = (record["amendments"]?.array?.last ?? record)["body"] ?? .null
    return (body["findings"]?.members ?? []).compactMap { member in
      guard let definition = pack.finding(.init(rawValue: member.key)), let finding = Finding(member.value) else {
        return nil
      }
      let value = self.value(of: finding, definition)
      guard !value.isEmpty else { return nil }
      return observation(
        "\(record["id"]?.string ?? "") \(member.key)", record, at: record["recorded_at"],
        status: status(of: record),
        code: concept(coding(system("finding"), member.key, definition.name), text: definition.name),
        value + [("performer", list(reference(record["signed_by"])))])
    }
  }

  /// Numbers that a client told: pain with its LOINC code, everything else by our name.
  ///
  /// - Parameter record: an intake or a check-in as an archive has it.
  static func told(_ record: JSON, at time: String, _ questions: [Question]) -> [JSON] {
    let answers = (record["amendments"]?.array?.last ?? record)["answers"]?.members ?? []
    return answers.compactMap { member in
      guard let number = member.value.number, let question = questions.first(where: { $0.id.rawValue == member.key }),
        question.isNumericRating
      else { return nil }
      var codings = [coding(system("question"), member.key, question.text)]
      if member.key == "pain.now" {
        codings.append(coding(loinc, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported"))
      }
      return observation(
        "\(record["id"]?.string ?? "") \(member.key)", record, at: record[time], status: "final",
        code: object([("coding", .array(codings)), ("text", .string(question.text))]),
        [
          ("valueQuantity", quantity(number, "of 10", "{score}"))
        ])
    }
  }

  private static func observation(
    _ name: String, _ record: JSON, at time: JSON?, status: String, code: JSON, _ members: [(String, JSON?)]
  ) -> JSON {
    entry(
      "Observation", id(of: name),
      [
        ("status", .string(status)), ("code", code), ("subject", reference(record["client_id"])),
        ("effectiveDateTime", time),
      ] + members)
  }

  private static func value(of finding: Finding, _ definition: FindingDefinition) -> [(String, JSON?)] {
    switch finding {
    case .single(let value): return [self.value(value, definition)]
    case .graded(let grade, let side):
      return [self.value(.number(grade), definition)]
        + (side.map { [("bodySite", concept(text: $0))] } ?? [])
    case .sided(let left, let right):
      let sides = [(left, "7771000", "Left"), (right, "24028007", "Right")].compactMap { value, code, name in
        value.map { object([("code", concept(coding(snomed, code, name), text: name)), self.value($0, definition)]) }
      }
      return sides.isEmpty ? [] : [("component", .array(sides))]
    }
  }

  private static func quantity(_ number: Double, _ unit: String, _ code: String) -> JSON {
    ["value": JSON(number: number), "unit": .string(unit), "system": .string(ucum), "code": .string(code)]
  }

  private static func value(_ value: FindingValue, _ definition: FindingDefinition) -> (String, JSON?) {
    guard case .number(let number) = value else { return ("valueString", .string(value.words(of: definition))) }
    let code = ["deg": "deg", "mm": "mm", "cm": "cm", "s": "s"][definition.unit] ?? "{score}"
    let unit = definition.unit.isEmpty ? "score" : definition.unit
    return (
      "valueQuantity",
      quantity(number, unit, code)
    )
  }
}
