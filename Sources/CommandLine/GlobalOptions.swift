import ArgumentParser
import Foundation
import JSON

/// The options of every command.
struct GlobalOptions: ParsableArguments {
  @Flag(help: "Print JSON.")
  var json = false
  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file; - is standard output.", valueName: "file"))
  var output: String?
  @Option(help: ArgumentHelp("Connect as this service of the libpq service file.", valueName: "name"))
  var service: String?

  @Option(help: ArgumentHelp(visibility: .hidden))
  var color: ColourChoice = .auto
  @Option(help: ArgumentHelp(visibility: .hidden))
  var width: Int?
  @Flag(help: ArgumentHelp(visibility: .hidden))
  var noPager = false
  @Flag(name: .shortAndLong, help: ArgumentHelp(visibility: .hidden))
  var quiet = false
  @Flag(help: ArgumentHelp(visibility: .hidden))
  var noInput = false
}

extension GlobalOptions {
  /// The service to connect as; nil leaves the choice to libpq.
  var connection: String? { service ?? Login.standing }
}

/// The options of every list.
struct ListOptions: ParsableArguments {
  @Flag(help: "Print CSV with a header, safe to open in a spreadsheet.")
  var csv = false
  @Flag(help: "Print CSV with the exact values, for programs.")
  var csvRaw = false
  @Option(help: ArgumentHelp("Only these columns, in this order.", valueName: "a,b,c"))
  var columns: String?
  @Option(help: ArgumentHelp("Sort by this column; -NAME is the other way round.", valueName: "column"))
  var sort: String?
  @Option(help: "At most this many lines.")
  var limit: Int?

  @Flag(help: ArgumentHelp(visibility: .hidden))
  var jsonl = false
  @Option(help: ArgumentHelp(visibility: .hidden))
  var format: OutputFormat?
  @Flag(help: ArgumentHelp(visibility: .hidden))
  var noHeader = false

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is a number of lines, 0 or more.") }
    if [jsonl, csv, csvRaw, format != nil].count(where: { $0 }) > 1 {
      throw ValidationError("Choose one of --jsonl, --csv, --csv-raw and --format.")
    }
  }
}

/// The options of every command that changes something.
struct WritingOptions: ParsableArguments {
  @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Say what would be done, and do nothing.")
  var dryRun = false
  @Flag(name: .shortAndLong, help: "Answer yes to a question about something that can be undone.")
  var yes = false
}

extension GlobalOptions {
  /// The options when none is given.
  static var plain: GlobalOptions { (try? parse([])) ?? GlobalOptions() }
}

extension OutputFormat: ExpressibleByArgument {}
extension ColourChoice: ExpressibleByArgument {}

extension GlobalOptions {
  func console(writing: WritingOptions? = nil, listing: ListOptions? = nil) -> Console {
    let settings = CommandLineSettings.current
    let output = Terminal(descriptor: STDOUT_FILENO, settings: settings, colour: color, width: width)
    let notes = Terminal(descriptor: STDERR_FILENO, settings: settings, colour: color, width: width)
    let file = self.output == "-" ? nil : self.output
    let asked: OutputFormat? = json ? .json : listing?.asked
    return Console(
      format: asked ?? (output.isTerminal && file == nil ? .table : .tsv), output: output, notes: notes,
      settings: settings, quiet: quiet, dryRun: writing?.dryRun ?? false, agreed: writing?.yes ?? false,
      mayAsk: !noInput && isatty(STDIN_FILENO) == 1 && notes.isTerminal,
      listing: ListingOptions(
        columns: listing?.columns.map { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } },
        heading: listing?.noHeader != true, limit: listing?.limit, sort: listing?.sort), file: file, pages: !noPager)
  }
}

extension ListOptions {
  fileprivate var asked: OutputFormat? { jsonl ? .jsonl : csv ? .csv : csvRaw ? .csvRaw : format }
}
