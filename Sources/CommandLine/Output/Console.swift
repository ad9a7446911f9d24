import Clinical
import Foundation
import JSON

/// Where a command speaks: asked-for data to standard output, everything else to standard error.
package struct Console: Sendable {
  package let format: OutputFormat
  package let output: Terminal
  package let notes: Terminal
  package let environment: [String: String]
  package let quiet: Bool
  package let dryRun: Bool
  package let agreed: Bool
  package let mayAsk: Bool
  package let listing: ListingOptions
  /// Nil is standard output.
  package let file: String?
  package let pages: Bool
  let edited = EditedFile()

  /// Prints a record: `json` for programs, `sheet` for people.
  package func show(_ json: JSON, _ sheet: @autoclosure () -> Sheet) throws {
    switch format {
    case .json, .jsonl: try emit(json.text(indented: format == .json && output.isTerminal) + "\n")
    case .csv, .tsv, .table: try emit(sheet().text(width: width, colour: output.colour && file == nil))
    }
  }

  /// A short answer: JSON for programs, one sentence for people.
  package func say(_ json: JSON, _ sentence: String, sign: Inked = Inked("✓", .green)) throws {
    switch format {
    case .json, .jsonl: try emit(json.text() + "\n")
    default:
      var sheet = Sheet()
      sheet.paragraph(sentence, marker: sign)
      try emit(sheet.text(width: width, colour: output.colour && file == nil))
    }
  }

  /// Asked-for data, as it is.
  package func emit(_ text: String) throws { try emit(bytes: Array(text.utf8)) }

  package func emit(bytes: [UInt8]) throws {
    if let file {
      try OutputFile(path: file).write(bytes)
    } else if pages, output.isTerminal, bytes.count(where: { $0 == UInt8(ascii: "\n") }) >= output.height {
      try Pager(environment: environment).show(bytes, else: output)
    } else {
      output.write(bytes)
    }
  }

  /// A remark on standard error; `--quiet` silences it.
  package func note(_ sentence: String, sign: Inked = "") {
    if !quiet { remark(sentence, sign) }
  }

  /// What must not be missed: `--quiet` does not silence it.
  package func warn(_ sentence: String) { remark(sentence, Inked("!", .yellow)) }

  private func remark(_ sentence: String, _ sign: Inked) {
    var sheet = Sheet()
    sheet.paragraph(sentence, marker: sign)
    notes.write(sheet.text(width: notes.width, colour: notes.colour).utf8)
  }

  /// The command that most likely comes next; only for a person who watches.
  package func next(_ command: String, _ why: String) {
    guard notes.isTerminal else { return }
    note("\(command)    \(why)", sign: Inked("→", .cyan))
  }

  package var width: Int { output.width }
  package var isForPrograms: Bool { format == .json || format == .jsonl }
}

extension Console {
  /// The answer of a dry run.
  package func wouldDo(_ deed: String, _ details: JSON = [:]) throws {
    try say(
      ["dry_run": true, "would": .string(deed), "details": details], "would \(deed); nothing was done.", sign: "·")
  }

  /// Asks before something that matters but can be taken back; `--yes` answers, and a dry run does nothing to ask about.
  package func confirm(_ question: String) throws {
    if agreed || dryRun { return }
    guard mayAsk else {
      throw CommandError(
        .usage, "this wants a yes, and there is no terminal to ask on.", next: "add --yes, or look first with -n")
    }
    guard Prompt(self).agrees(question) else { throw CommandError(.cancelled, "nothing was done.") }
  }
}
