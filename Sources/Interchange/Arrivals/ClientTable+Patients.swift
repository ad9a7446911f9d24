import Clinical
import JSON

extension ClientTable {
  private static let patientColumns: [Column] = [
    Column(heading: "Name", field: .fullName), Column(heading: "Nickname", field: .preferredName),
    Column(heading: "E-mail", field: .email), Column(heading: "Other e-mail", field: .note),
    Column(heading: "Phone", field: .phone), Column(heading: "Other phone", field: .otherPhone),
    Column(heading: "Date of birth", field: .birthDate), Column(heading: "Address", field: .address),
    Column(heading: "Emergency contact", field: .emergencyContact), Column(heading: "Active", field: .active),
  ]

  /// Reads Patients of FHIR R4 as a table: a row is a Patient, in their order, numbered from 1.
  init(patients: [JSON]) {
    self.init(
      encoding: .utf8, delimiter: nil, headingRow: 0, columns: Self.patientColumns, repeatedHeadings: [],
      rows: patients.enumerated().map { TableRow(number: $0 + 1, cells: Self.cells(ofPatient: $1)) })
  }

  private static func cells(ofPatient patient: JSON) -> [String] {
    let names = patient["name"]?.array ?? []
    let name = names.first { $0["use"]?.string == "official" } ?? names.first { $0["use"]?.string != "old" }
    let emails = telecom(patient, "email")
    let phones = telecom(patient, "phone")
    let contacts = (patient["contact"]?.array ?? []).map { contact in
      ([contact["name"].map(words)] + telecom(contact, "phone")).compactMap(\.self).joined(separator: " ")
    }
    return [
      name.map(words) ?? "", names.first { $0["use"]?.string == "nickname" }.map(words) ?? "",
      emails.first ?? "", emails.dropFirst().joined(separator: ", "), phones.first ?? "",
      phones.dropFirst().joined(separator: ", "), patient["birthDate"]?.string ?? "",
      (patient["address"]?.array ?? []).map(address).joined(separator: "; "), contacts.joined(separator: "; "),
      patient["active"]?.bool == false ? "no" : "",
    ]
  }

  /// A HumanName as it is said.
  private static func words(_ name: JSON) -> String {
    if let text = name["text"]?.string { return text }
    return ((name["given"]?.strings ?? []) + [name["family"]?.string].compactMap(\.self)).joined(separator: " ")
  }

  /// The numbers or addresses of a system, those that are no longer used left out.
  private static func telecom(_ person: JSON, _ system: String) -> [String] {
    (person["telecom"]?.array ?? []).filter { $0["system"]?.string == system && $0["use"]?.string != "old" }
      .compactMap { $0["value"]?.string }
  }

  private static func address(_ address: JSON) -> String {
    if let text = address["text"]?.string { return text }
    let parts = ["city", "postalCode", "state", "country"].compactMap { address[$0]?.string }
    return ((address["line"]?.strings ?? []) + parts).joined(separator: ", ")
  }
}
