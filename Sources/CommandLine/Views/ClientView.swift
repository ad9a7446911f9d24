import Clinical
import JSON
import Records

extension Client {
  static let columns: [Column<Client>] = [
    Column("id", value: { .string($0.id.description) }),
    Column("short_id", "ID", value: { .string($0.shortID) }, shown: { StyledText($0.shortID, .cyan) }),
    Column("name", "Name", value: { .string($0.fullName) }, shown: { StyledText($0.fullName, .bold) }),
    Column("birth_date", "Born", rank: 2, value: { JSON($0.birthDate) }),
    Column("phone", "Phone", rank: 3, value: { JSON($0.phone) }),
    Column("email", "E-mail", rank: 4, value: { JSON($0.email) }),
    Column("practitioner", "Therapist", rank: 1, value: { .string($0.practitioner) }),
    Column("archived", value: { .bool($0.archived) }),
    Column("created_at", value: { JSON($0.createdAt) }),
  ]

  var json: JSON { JSON(self, Self.columns) }

  /// The name, short id and year of birth, which tell people of the same name apart.
  var label: String { "\(fullName) (\(shortID)\(birthDate.map { ", born \($0.year)" } ?? ""))" }

  func report(_ notices: [ClientNotice], _ pack: ContentPack) -> Report {
    var report = Report()
    report.title(
      StyledText(fullName, .bold), StyledText(shortID, .cyan), archived ? StyledText("archived", .yellow) : "client")
    report.notices(notices, client: shortID, pack)
    report.fact("Born", birthDate?.iso)
    report.fact("E-mail", email)
    report.fact("Phone", phone)
    report.fact("Therapist", practitioner)
    report.fact("Since", Moment.localDay(createdAt))
    return report
  }
}
