import JSON
import Records

/// The practice, who works there, and clients.
extension FHIR {
  static func organization(_ practice: PracticeSettings) -> JSON {
    entry(
      "Organization", "\(practice.id)",
      [
        ("active", .bool(true)), ("name", .string(practice.name)),
        ("telecom", .array(telecom(phone: practice.phone, email: practice.email))),
        ("address", practice.address.map { .array([["text": .string($0)]]) }),
      ])
  }

  static func practitioner(_ colleague: Colleague) -> JSON {
    entry(
      "Practitioner", "\(colleague.id)",
      [("active", .bool(colleague.active)), ("name", .array([["text": .string(colleague.displayName)]]))])
  }

  /// - Parameter record: a client as an archive has it.
  static func patient(_ record: JSON, of practice: String) -> JSON {
    entry(
      "Patient", record["id"]?.string ?? "",
      [
        ("identifier", identifier("client", record["short_id"])), ("active", .bool(record["archived_at"] == .null)),
        ("name", .array([object([("text", record["full_name"])])])),
        ("telecom", .array(telecom(phone: record["phone"]?.string, email: record["email"]?.string))),
        ("birthDate", record["birth_date"]), ("generalPractitioner", list(reference(record["practitioner_id"]))),
        ("managingOrganization", reference(.string(practice))),
        (
          "link",
          list(reference(record["merged_into"]).map { ["other": $0, "type": .string("replaced-by")] })
        ),
      ])
  }

  static func list(_ value: JSON?) -> JSON { .array([value].compactMap(\.self)) }

  private static func telecom(phone: String?, email: String?) -> [JSON] {
    [("phone", phone), ("email", email)].compactMap { system, value in
      value.map { ["system": .string(system), "value": .string($0)] }
    }
  }
}
