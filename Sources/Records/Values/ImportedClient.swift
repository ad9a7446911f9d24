import Clinical

/// A client who was kept elsewhere, with the notes that came along.
package struct ImportedClient: Sendable, Encodable {
  private enum CodingKeys: String, CodingKey {
    case id
    case fullName = "full_name"
    case email, phone
    case birthDate = "birth_date"
    case archived, notes
  }

  package let id: Client.ID
  package let fullName: String
  package let email: String?
  package let phone: String?
  package let birthDate: CalendarDate?
  package let archived: Bool
  package let notes: [String]

  package init(
    id: Client.ID, fullName: String, email: String?, phone: String?, birthDate: CalendarDate?, archived: Bool,
    notes: [String]
  ) {
    self.id = id
    self.fullName = fullName
    self.email = email
    self.phone = phone
    self.birthDate = birthDate
    self.archived = archived
    self.notes = notes
  }
}
