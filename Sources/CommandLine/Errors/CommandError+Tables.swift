import Interchange

extension CommandError {
  /// - Parameter file: what the person calls it.
  init(_ fault: TableFault, in file: String) {
    switch fault {
    case .empty: self.init(.usage, "\(file) is empty.", next: "Check that it is the right file.")
    case .unreadable(let encoding):
      self.init(
        .usage, "\(file) looks like \(encoding.rawValue), and is damaged or cut off.",
        next: "Export it once more, as CSV in UTF-8.")
    case .nul(let row):
      self.init(
        .usage, "\(file) has a NUL character in row \(row), which no text has.", why: "Nothing was imported.",
        next: "Check that it is a CSV file, and export it once more.")
    case .unclosedQuote(let row):
      self.init(
        .usage, "in \(file) a quote is opened in row \(row) and never closed.", why: "Nothing was imported.",
        next: "Close it, or export the file once more.")
    case .unclosedCard(let row):
      self.init(
        .usage, "in \(file) the card that begins in line \(row) does not end.", why: "Nothing was imported.",
        next: "Export the file once more.")
    case .noHeading(let firstRow):
      self.init(
        .usage, "no column of \(file) has a name that is known for a client's name.",
        why: "Its first row: \(firstRow.joined(separator: " | ").shortened(to: 200))",
        next: "Name a column: --map \"Klant=full_name\"    the headings of the file must be in it")
    case .otherHeading(let row):
      self.init(
        .usage, "row \(row) of \(file) is the heading of another table, with other columns.",
        why: "Nothing was imported.", next: "Make two files of it, and import one after the other.")
    case .noColumn(let name, let columns):
      self.init(
        .usage, "\(file) has no column “\(name)”.", why: "Its columns: \(columns.joined(separator: ", "))",
        next: "Write the heading as it is in the file.")
    }
  }
}
