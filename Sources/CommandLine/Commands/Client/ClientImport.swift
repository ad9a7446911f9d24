import ArgumentParser
import Care
import Clinical
import Installation
import Interchange
import Records

struct ClientImport: WritingCommand, ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take over the clients of another system from CSV or vCards.",
    discussion: """
      It finds the encoding, the separator and the headings by itself, knows those of Cliniko, Jane, MassageBook, Noterro, \
      Jeyla and Google Contacts, and shows what it would do with each row. What a record has no place for (address, \
      occupation, columns it does not know) becomes a note. A doubtful row (much like a client you have or another row, \
      an unclear date, a formula) is asked about on a terminal, and otherwise left out unless --also names it; nobody is \
      ever merged. All rows come in together or none does, and plumbline undo takes them back as one, for a day.
      Fields for --map: \(ClientField.allCases.map(\.rawValue).joined(separator: ", ")); - leaves a column out.
      Example: plumbline client import clients.csv --dry-run
      """)

  @Argument(
    help: "The file of CSV or vCards, or - for standard input.",
    completion: .file(extensions: ["csv", "tsv", "txt", "vcf"]))
  var file: String
  @Option(help: ArgumentHelp("What columns hold, by their headings.", valueName: "heading=field,..."))
  var map: String?
  @Option(help: ArgumentHelp("How birth dates such as 03/04/1980 are written.", valueName: "day-first|month-first"))
  var dateOrder: DateOrder?
  @Option(help: ArgumentHelp("Doubtful rows to add: their numbers, or all.", valueName: "4,9|all"))
  var also: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let pack = try ShareDirectory.contentPack()
    let agreed = try also.map(AgreedRows.init)
    let table = try table()
    console.describe(table)
    var order = dateOrder
    if order == nil, try table.isOrderOpen(pack: pack) { order = try console.askDateOrder() }
    var clients = try table.clients(order: order, pack: pack)
    let arrivals = ClientArrivals(at: desk)
    try await arrivals.lookForTwins(of: &clients)
    var verdicts = clients.map { client in
      ArrivalVerdict(client, isAdded: client.canBeAdded && (client.doubts.isEmpty || agreed?.has(client.row) ?? false))
    }
    guard !console.dryRun else { return try list(verdicts, table, console) }
    try console.ask(about: &verdicts)
    let chosen = verdicts.filter(\.isAdded).map(\.client)
    guard !chosen.isEmpty else {
      try list(verdicts, table, console)
      return console.note("No row was added.")
    }
    try console.confirm("Import \(chosen.count.counted("client"))?")
    let added = try await arrivals.add(chosen)
    var next = added[...]
    for index in verdicts.indices where verdicts[index].isAdded { verdicts[index].added = next.popFirst() }
    try list(verdicts, table, console)
    console.note("\(added.count.counted("client")) imported.", sign: StyledText("✓", .green))
    console.next("plumbline undo", "takes the import back, for a day")
  }

  private func table() throws -> ClientTable {
    let bytes = try InputFile(path: file).bytes()
    let map = try map.map(Self.columns) ?? [:]
    do {
      let text = try TableText(bytes)
      return try ClientTable.isOfCards(text) ? ClientTable(cards: text) : ClientTable(text, map: map)
    } catch {
      throw CommandError(error, in: file == "-" ? "the input" : file)
    }
  }

  private static func columns(_ map: String) throws -> [String: ClientField] {
    var fields: [String: ClientField] = [:]
    for pair in map.split(separator: ",") {
      let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map { String($0).trimmed }
      guard parts.count >= 2, let name = parts.last, let field = ClientField(rawValue: name) else {
        throw CommandError(
          .usage, "“\(pair)” names no field.", why: "A pair is HEADING=FIELD, such as Mobile no=phone.",
          next: "plumbline help client import    lists the fields")
      }
      fields[parts.dropLast().joined(separator: "=")] = field
    }
    return fields
  }

  private func list(_ verdicts: [ArrivalVerdict], _ table: ClientTable, _ console: Console) throws {
    let repeated = table.repeatedHeadings.map { ArrivalVerdict(repeatedHeading: $0) }
    let rows = (verdicts + repeated).sorted { $0.client.row < $1.client.row }
    try console.list(
      rows, ArrivalVerdict.columns(dryRun: console.dryRun), nothing: "There is no row below the headings.")
    let left = verdicts.count { !$0.isAdded }
    if left > 0, console.dryRun || !console.mayAsk {
      console.note(
        "\(left.counted("row")) \(console.dryRun ? "would be " : "")left out. Those that are right: --also 4,9")
    }
  }
}

extension DateOrder: ExpressibleByArgument {}

/// The numbers of rows that are added although they are doubtful.
private struct AgreedRows {
  /// Nil means all of them.
  private let numbers: Set<Int>?

  init(_ text: String) throws {
    guard text != "all" else {
      numbers = nil
      return
    }
    let parts = text.split(separator: ",").map { Int(String($0).trimmed) }
    guard !parts.isEmpty, !parts.contains(nil) else {
      throw CommandError(.usage, "“\(text)” are no numbers of rows.", next: "--also 4,9    or --also all")
    }
    numbers = Set(parts.compactMap(\.self))
  }

  func has(_ row: Int) -> Bool { numbers?.contains(row) ?? true }
}
