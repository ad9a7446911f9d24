import Clinical
import JSON
import Records

extension Client {
  static let fields: [Field<Client>] = [
    Field("id", value: { .string($0.id.description) }),
    Field("short_id", "ID", value: { .string($0.shortID) }, shown: { Inked($0.shortID, .cyan) }),
    Field("name", "Name", value: { .string($0.fullName) }, shown: { Inked($0.fullName, .bold) }),
    Field("birth_date", "Born", rank: 2, value: { JSON($0.birthDate) }),
    Field("phone", "Phone", rank: 3, value: { JSON($0.phone) }),
    Field("email", "E-mail", rank: 4, value: { JSON($0.email) }),
    Field("practitioner", "Therapist", rank: 1, value: { .string($0.practitioner) }),
    Field("archived", value: { .bool($0.archived) }),
    Field("created_at", value: { JSON($0.createdAt) }),
  ]

  var json: JSON { JSON(self, Self.fields) }

  /// Name, short id and year of birth: enough to tell two people of one name apart.
  var label: String { "\(fullName) (\(shortID)\(birthDate.map { ", born \($0.year)" } ?? ""))" }

  var sheet: Sheet {
    var sheet = Sheet()
    sheet.title(Inked(fullName, .bold), Inked(shortID, .cyan), archived ? Inked("archived", .yellow) : "client")
    sheet.fact("Born", birthDate?.iso)
    sheet.fact("E-mail", email)
    sheet.fact("Phone", phone)
    sheet.fact("Therapist", practitioner)
    sheet.fact("Since", Moment.localDay(createdAt))
    return sheet
  }
}
