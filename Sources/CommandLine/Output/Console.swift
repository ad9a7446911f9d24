import Clinical
import Foundation
import JSON

/// Where a command writes: results to standard output, everything else to standard error.
package struct Console: Sendable {
  package let format: OutputFormat
  package let output: Terminal
  package let notes: Terminal
  let settings: CommandLineSettings
  package let quiet: Bool
  package let dryRun: Bool
  package let agreed: Bool
  package let mayAsk: Bool
  package let listing: ListingOptions
  /// The path of the file for the result; nil for standard output.
  package let file: String?
  package let pages: Bool
  let edited = EditedFile()

  /// Prints a record: `json` for programs, `report` for people.
  package func show(_ json: JSON, _ report: @autoclosure () -> Report) throws {
    switch format {
    case .json, .jsonl: try emit(json.text(indented: format == .json && output.isTerminal) + "\n")
    case .csv, .csvRaw, .tsv, .table: try emit(report().text(width: width, colour: output.colour && file == nil))
    }
  }

  /// Prints a short answer: JSON for programs, one sentence for people.
  package func say(_ json: JSON, _ sentence: String, sign: StyledText = StyledText("✓", .green)) throws {
    switch format {
    case .json, .jsonl: try emit(json.text() + "\n")
    default:
      var report = Report()
      report.paragraph(sentence, marker: sign)
      try emit(report.text(width: width, colour: output.colour && file == nil))
    }
  }

  /// Prints a result as it is.
  package func emit(_ text: String) throws { try emit(bytes: Array(text.utf8)) }

  package func emit(bytes: [UInt8]) throws {
    if let file {
      try OutputFile(path: file).write(bytes)
    } else if pages, output.isTerminal, bytes.count(where: { $0 == UInt8(ascii: "\n") }) >= output.height {
      try Pager(settings).show(bytes, else: output)
    } else {
      try output.write(bytes)
    }
  }

  /// Writes a document. Of one that goes into a file, programs are given the name and the size as JSON, and people in a
  /// remark.
  ///
  /// - Parameter facts: what programs are given beside these.
  package func emit(document: [UInt8], _ facts: JSON = .object([])) throws {
    try emit(bytes: document)
    guard let file else { return }
    if isForPrograms {
      let written = facts.adding(["file": .string(file), "bytes": .integer(document.count)])
      try output.write((written.text() + "\n").utf8)
    } else {
      note("\(file): \(document.count) bytes.", sign: StyledText("✓", .green))
    }
  }

  /// Prints what cannot be shown again. Called in the transaction that makes it valid, so that nothing comes of it when it
  /// reaches nobody.
  ///
  /// - Parameter secret: what the person calls it, such as `link`.
  private func deliver(_ text: String, _ secret: String) throws {
    do {
      if let file { try OutputFile(path: file).deliver(Array(text.utf8)) } else { try output.deliver(text.utf8) }
    } catch {
      throw CommandError(
        .failed, "the \(secret) could not be written, so nothing was done.", why: error.reason,
        next: "Try again where it can be read; -o FILE names a file.")
    }
  }

  /// Prints what cannot be shown again: `json` for programs, `text` with a line break after it for people.
  package func deliver(_ json: JSON, orText text: String, _ secret: String) throws {
    try deliver((isForPrograms ? json.text() : text) + "\n", secret)
  }

  /// Prints a remark on standard error, unless `--quiet` is given.
  package func note(_ sentence: String, sign: StyledText = "") {
    if !quiet { remark(sentence, sign) }
  }

  /// Prints what must not be missed on standard error, even with `--quiet`.
  package func warn(_ sentence: String) { remark(sentence, StyledText("!", .yellow)) }

  private func remark(_ sentence: String, _ sign: StyledText) {
    var report = Report()
    report.paragraph(sentence, marker: sign)
    notes.tell(report.text(width: notes.width, colour: notes.colour).utf8)
  }

  /// Prints the command that most likely comes next, if standard error is a terminal.
  package func next(_ command: String, _ why: String) {
    guard notes.isTerminal else { return }
    note("\(command)    \(why)", sign: StyledText("→", .cyan))
  }

  package var width: Int { output.width }
  package var isForPrograms: Bool { format == .json || format == .jsonl }
}

extension Console {
  /// Prints the answer of a dry run.
  package func wouldDo(_ operation: String, _ details: JSON = [:]) throws {
    try say(
      ["dry_run": true, "would": .string(operation), "details": details], "would \(operation); nothing was done.",
      sign: "·")
  }

  /// Asks before an operation that can be taken back. `--yes` answers in advance, and a dry run needs no answer.
  package func confirm(_ question: String) throws {
    if agreed || dryRun { return }
    guard mayAsk else {
      throw CommandError(
        .usage, "this needs a confirmation, and there is no terminal to ask on.",
        next: "add --yes, or look first with -n")
    }
    guard Prompt(self).agrees(question) else { throw CommandError(.cancelled, "nothing was done.") }
  }
}
