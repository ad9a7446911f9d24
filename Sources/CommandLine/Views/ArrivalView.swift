import Care
import Clinical
import Interchange
import JSON
import Records

/// What becomes of a row of an import.
struct ArrivalVerdict: Sendable {
  let client: ArrivingClient
  var isAdded: Bool
  /// The record that was made of it.
  var added: Client?
  private var isHeading = false

  init(_ client: ArrivingClient, isAdded: Bool) {
    self.client = client
    self.isAdded = isAdded
  }

  init(repeatedHeading row: Int) {
    self.init(ArrivingClient(row: row, name: ""), isAdded: false)
    isHeading = true
  }

  /// Why it is doubtful, and what of it is not taken as it is.
  var reasons: [String] {
    isHeading ? ["the headings once more"] : client.doubts.map(\.words) + client.remarks.map(\.words)
  }

  private func outcome(dryRun: Bool) -> String {
    dryRun ? (isAdded ? "would add" : "would leave out") : added == nil ? "left out" : "added"
  }

  static func columns(dryRun: Bool) -> [Column<ArrivalVerdict>] {
    [
      Column("row", "Row", alignment: .right, value: { .integer($0.client.row) }),
      Column(
        "outcome", "What", value: { .string($0.outcome(dryRun: dryRun)) },
        shown: { StyledText($0.outcome(dryRun: dryRun), $0.isAdded ? .green : .yellow) }),
      Column("name", "Name", value: { .string($0.client.name) }, shown: { StyledText($0.client.name, .bold) }),
      Column("why", "Why", value: { .string($0.reasons.joined(separator: "; ")) }),
      Column("birth_date", "Born", rank: 1, value: { JSON($0.client.birthDate) }),
      Column("phone", "Phone", rank: 2, value: { JSON($0.client.phone) }),
      Column("email", "E-mail", rank: 3, value: { JSON($0.client.email) }),
      Column("archived", value: { .bool($0.client.archived) }),
      Column("notes", value: { .array($0.client.notes.map { .string($0) }) }),
      Column("id", value: { JSON($0.added?.id.description) }),
      Column("short_id", value: { JSON($0.added?.shortID) }),
    ]
  }
}

extension ArrivingClient.Doubt {
  var words: String {
    switch self {
    case .noName: "no name"
    case .impossibleName: "its name is too long, or has characters that no name has"
    case .moreCellsThanHeadings: "more cells than headings: a separator within a text without quotes?"
    case .formula(let heading, let text): "\(heading) is a formula: \(text.shortened(to: 30))"
    case .birthDateInEitherOrder(let day, let other): "born \(day.iso) or \(other.iso)?"
    case .likeRows(let rows): "much like row \(rows.map(String.init).joined(separator: ", "))"
    case .likeClients(let clients): "much like \(clients.map(\.label).joined(separator: ", "))"
    }
  }
}

extension ArrivingClient.Remark {
  fileprivate var words: String {
    switch self {
    case .unusable(let detail, let text): "\(detail.noun) “\(text.shortened(to: 30))” is none; it is in the note"
    case .minor: "a minor: form and home care are for adults"
    }
  }
}

extension Console {
  /// Says how the table is written, and what its columns are taken for.
  func describe(_ table: ClientTable) {
    guard let delimiter = table.delimiter else { return note("\(table.encoding.rawValue), vCards.") }
    let marks: [Character: String] = [",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"]
    note("\(table.encoding.rawValue), between \(marks[delimiter] ?? ""), headings in row \(table.headingRow).")
    let known = table.columns.filter { $0.field != nil && $0.field != .leftOut }
    note("Taken: " + known.map { "\($0.heading) = \($0.field?.rawValue ?? "")" }.joined(separator: ", "))
    for (columns, words) in [
      (table.columns.filter { $0.field == nil && !$0.heading.isEmpty }, "Unknown, so in the note"),
      (table.columns.filter { $0.field == .leftOut }, "Left out"),
    ] where !columns.isEmpty {
      note("\(words): \(columns.map(\.heading).joined(separator: ", "))")
    }
  }

  /// Asks how birth dates are written when they do not tell.
  ///
  /// - Returns: nil when there is nobody to ask.
  func askDateOrder() throws -> DateOrder? {
    guard mayAsk, !dryRun else { return nil }
    return try Prompt(self).choose(
      "What is 03/04/1980?", ["3 April", "4 March", "It differs: ask about each such row"],
      from: [DateOrder.dayFirst, .monthFirst, nil])
  }

  /// Asks about each row that is doubtful.
  func ask(about verdicts: inout [ArrivalVerdict]) throws {
    guard mayAsk, !agreed else { return }
    for index in verdicts.indices where !verdicts[index].isAdded && verdicts[index].client.canBeAdded {
      let client = verdicts[index].client
      warn("Row \(client.row), \(client.name): \(verdicts[index].reasons.joined(separator: "; "))")
      switch Prompt(self).letter("[a]dd as a new client, [l]eave out, leave out the [r]est?", of: "alr") {
      case "a": verdicts[index].isAdded = true
      case "l": continue
      case "r": return
      default: throw CommandError(.cancelled, "nothing was imported.")
      }
    }
  }
}
