import ArgumentParser
import Handout

/// The options for printing a record.
struct PrintOptions: ParsableArguments {
  @Flag(help: "As text.")
  var text = false
  @Option(help: "Paper of the PDF.")
  var paper: Paper = .a4
  @Flag(help: "Large print.")
  var largePrint = false

  /// Writes text when it was asked for or goes to a terminal, and a PDF to a file or a pipe.
  func print(_ document: Handout, _ console: Console) throws {
    if isText(console) {
      try console.emit(document: Array(document.text(width: min(72, console.width)).utf8))
    } else {
      try console.emit(document: try document.pdf(paper: paper, largePrint: largePrint))
    }
  }

  func isText(_ console: Console) -> Bool { text || console.file == nil && console.output.isTerminal }
}

extension Paper: ExpressibleByArgument {}
