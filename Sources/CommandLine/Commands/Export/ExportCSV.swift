import ArgumentParser
import Clinical
import Installation
import Interchange
import JSON
import Records

struct ExportCSV: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv", abstract: "Intakes, evaluations, items of plans or check-ins as a table.",
    discussion: """
      One row for each record of the clients you may see, one column for each question or finding, in words. It is safe to \
      open in a spreadsheet, unless --exact asks for the exact values, for programs. The clients themselves: plumbline \
      client list --all --csv.
      Example: plumbline export csv intakes -o intakes.csv
      """)

  @Argument(help: "Which records.")
  var kind: RecordSheet.Kind
  @Flag(help: "The exact values, for programs.")
  var exact = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let csv = CSV(isExact: exact)
    let sheet = RecordSheet(kind, at: desk, pack: try ShareDirectory.contentPack())
    guard let path = console.file else {
      _ = try await sheet.write { try console.output.write(csv.line($0).utf8) }
      return
    }
    let rows = try await NewFile(path: path).make { file in
      try await sheet.write { try CheckedWriting.write(Array(csv.line($0).utf8), to: file) }
    }
    console.note("\(path): \(rows.counted("row")).", sign: StyledText("✓", .green))
  }
}

extension RecordSheet.Kind: ExpressibleByArgument {}
