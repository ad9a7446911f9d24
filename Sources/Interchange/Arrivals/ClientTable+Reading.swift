import Care
import Clinical
import Records

extension ClientTable {
  /// The longest note that the database takes, in characters.
  private static let longestNote = 20_000

  /// Whether the birth dates could be read day first or month first, as far as they tell.
  package func isOrderOpen(pack: ContentPack) throws -> Bool {
    let dates = try birthDates(order: nil, pack: pack)
    return texts(of: .birthDate).contains { text in
      if case .either = dates.read(text) { true } else { false }
    }
  }

  /// Returns the client of each row, with the doubts that the table itself raises.
  ///
  /// - Parameter order: the order of birth dates that a person told.
  package func clients(order: DateOrder? = nil, pack: ContentPack) throws -> [ArrivingClient] {
    let dates = try birthDates(order: order, pack: pack)
    var seen = SeenClients()
    return try rows.map { row in
      var client = try client(of: row, dates)
      let alike = seen.rows(like: client)
      if !alike.isEmpty { client.doubts.append(.likeRows(alike)) }
      seen.add(client)
      return client
    }
  }

  private func birthDates(order: DateOrder?, pack: ContentPack) throws -> BirthDates {
    BirthDates(texts(of: .birthDate), order: order, pack: pack, today: try .today())
  }

  private func texts(of field: ClientField) -> [String] {
    rows.flatMap { row in
      zip(columns, row.cells).filter { $0.0.field == field }.map { Self.value($0.1) }.filter { !$0.isEmpty }
    }
  }

  private func client(of row: TableRow, _ dates: BirthDates) throws -> ArrivingClient {
    let cells = zip(columns, row.cells).map { (column: $0.0, text: Self.value($0.1)) }.filter { !$0.text.isEmpty }
    func texts(_ field: ClientField) -> [String] { cells.filter { $0.column.field == field }.map(\.text) }
    var lines = Lines()
    var client = ArrivingClient(row: row.number, name: Self.name(texts))
    try client.judgeName()
    if row.cells.dropFirst(columns.count).contains(where: { !$0.isEmpty }) {
      client.doubts.append(.moreCellsThanHeadings(row.number))
    }
    for (column, text) in cells where "=@".contains(text.first ?? " ") && column.field != .leftOut {
      client.doubts.append(.formula(heading: column.heading, text))
    }
    client.email = try client.detail(.email, texts(.email), &lines)
    client.phone = try client.detail(.phone, texts(.phone) + texts(.otherPhone), &lines)
    try client.takeBirthDate(texts(.birthDate), dates, &lines)
    client.archived = texts(.archived).contains(where: \.meansYes) || texts(.active).contains(where: \.meansNo)
    for (column, text) in cells where column.field.map(Self.isNoted) ?? true {
      lines.add(column.field == .address ? "Address" : column.heading, text, joined: column.field == .address)
    }
    for text in texts(.note) { lines.add(nil, text) }
    client.notes = lines.notes(longest: Self.longestNote)
    return client
  }

  private static func isNoted(_ field: ClientField) -> Bool {
    [.title, .suffix, .preferredName, .address, .emergencyContact, .occupation].contains(field)
  }

  private static func name(_ texts: (ClientField) -> [String]) -> String {
    let whole = texts(.fullName)
    let parts = whole.isEmpty ? texts(.firstName) + texts(.middleName) + texts(.lastName) : Array(whole.prefix(1))
    return parts.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Returns what a cell says. A spreadsheet keeps a number's leading zeros as the formula `="0351"`, and what this program
  /// writes for spreadsheets has an apostrophe before what would be a formula or another number.
  private static func value(_ cell: String) -> String {
    let text = cell.trimmed
    if let match = text.wholeMatch(of: /="([^"]*)"/) { return String(match.1).trimmed }
    guard text.first == "'", let next = text.dropFirst().first, next.isASCII, next.isNumber || "=+-@".contains(next)
    else { return text }
    return String(text.dropFirst())
  }
}

extension ArrivingClient {
  fileprivate mutating func judgeName() throws {
    guard !name.isBlank else { return doubts.append(.noName) }
    do {
      try Client.Detail.fullName.check(name)
    } catch is CareRefusal {
      doubts.append(.impossibleName(name))
    }
  }

  /// Returns the first text that is such a detail; all others are noted.
  fileprivate mutating func detail(_ detail: Client.Detail, _ texts: [String], _ lines: inout Lines) throws -> String? {
    var found: String?
    // Google Contacts puts several into one cell.
    for text in texts.flatMap({ $0.split(separator: ":::").map { String($0).trimmed } }) where text != found {
      let isOne = (try? detail.check(text)) != nil
      if isOne, found == nil {
        found = text
      } else {
        lines.add(detail == .email ? "E-mail" : "Phone", text)
        if !isOne { remarks.append(.unusable(detail, text)) }
      }
    }
    return found
  }

  fileprivate mutating func takeBirthDate(_ texts: [String], _ dates: BirthDates, _ lines: inout Lines) throws {
    guard let text = texts.first else { return }
    switch dates.read(text) {
    case .day(let day):
      do {
        if try Client.Detail.birthDate.check(day.iso) { remarks.append(.minor) }
        birthDate = day
        return
      } catch is CareRefusal {
        remarks.append(.unusable(.birthDate, text))
      }
    case .either(let day, let other): doubts.append(.birthDateInEitherOrder(day, other))
    case .unreadable: remarks.append(.unusable(.birthDate, text))
    }
    lines.add("Date of birth", text)
  }
}

/// The lines of a client's note.
private struct Lines {
  private var lines: [(heading: String?, text: String)] = []

  mutating func add(_ heading: String?, _ text: String, joined: Bool = false) {
    if joined, let index = lines.firstIndex(where: { $0.heading == heading }) {
      lines[index].text += ", " + text
    } else {
      lines.append((heading, text))
    }
  }

  /// Returns the lines as one note, or as several where they are too long for one.
  func notes(longest: Int) -> [String] {
    let text = lines.map { line in (line.heading.map { "\($0): " } ?? "") + line.text }.joined(separator: "\n")
    let scalars = Array(text.unicodeScalars)
    return stride(from: 0, to: scalars.count, by: longest).map { start in
      String(String.UnicodeScalarView(scalars[start..<min(start + longest, scalars.count)]))
    }
  }
}

extension String {
  private var isDenial: Bool { ["no", "n", "false", "0"].contains(lowercased()) }

  /// Whether a cell says that something is so; a day says since when.
  fileprivate var meansYes: Bool { !isDenial && !["none", "active"].contains(lowercased()) }

  /// Whether a cell says that a client comes no more.
  fileprivate var meansNo: Bool {
    isDenial || ["inactive", "archived", "discharged", "deceased", "deleted"].contains(lowercased())
  }
}
