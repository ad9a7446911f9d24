import Clinical
import JSON
import Records

extension Visit.State {
  var styled: StyledText {
    switch self {
    case .draft: "○ draft"
    case .signed: StyledText("✓ signed", .green)
    case .amended: StyledText("✓ signed, added to", .green)
    }
  }
}

extension Visit {
  static let columns: [Column<Visit>] = [
    Column("id", value: { .string("\($0.id)") }),
    Column("short_id", "ID", value: { .string($0.shortID) }, shown: { StyledText($0.shortID, .cyan) }),
    Column("client", value: { .string("\($0.client)") }),
    Column("client_name", value: { .string($0.clientName) }),
    Column("held_on", "Day", value: { JSON($0.heldOn) }, shown: { StyledText(Moment.day($0.heldOn)) }),
    Column("minutes", "Minutes", rank: 2, alignment: .right, value: { $0.minutes.map { .integer($0) } ?? .null }),
    Column("state", "State", value: { .string($0.state.rawValue) }, shown: { $0.state.styled }),
    Column("said", value: { JSON($0.note[.said]) }),
    Column("found", value: { JSON($0.note[.found]) }),
    Column("done", "Done", rank: 1, value: { JSON($0.note[.done]) }),
    Column("response", value: { JSON($0.note[.response]) }),
    Column("next", value: { JSON($0.note[.next]) }),
    Column("author", "Therapist", rank: 3, value: { .string($0.author) }),
    Column("recorded_at", value: { JSON($0.recordedAt) }),
    Column("signed_at", value: { JSON($0.signedAt) }),
    Column("signed_by", value: { JSON($0.signedBy) }),
    Column("amendments", value: { .array($0.amendments.map(\.json)) }),
  ]

  var json: JSON { JSON(self, Self.columns) }

  var report: Report {
    var report = Report()
    report.title(
      StyledText(clientName, .bold), StyledText(shortID, .cyan), state.styled, StyledText(Moment.day(heldOn)))
    report.fact("Length", minutes?.counted("minute"))
    report.fact("Therapist", author)
    if let signedAt, let signedBy { report.fact("Signed", "\(Moment.local(signedAt)), \(signedBy)") }
    report.parts(of: note)
    if !amendments.isEmpty { report.heading("Added after it was signed") }
    for amendment in amendments {
      report.fact(Moment.local(amendment.amendedAt), amendment.author, .dim)
      report.lines(of: amendment.words)
    }
    return report
  }
}

extension Visit.Amendment {
  fileprivate var json: JSON {
    ["words": .string(words), "author": .string(author), "amended_at": JSON(amendedAt)]
  }
}

extension Report {
  fileprivate mutating func parts(of note: VisitNote) {
    for part in VisitNote.Part.allCases {
      guard let text = note[part] else { continue }
      heading(part.heading)
      lines(of: text)
    }
  }

  fileprivate mutating func lines(of text: String) {
    for line in text.split(whereSeparator: \.isNewline) { paragraph(String(line), indent: 2) }
  }
}
