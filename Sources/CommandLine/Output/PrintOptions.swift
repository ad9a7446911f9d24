import ArgumentParser
import Handout

/// How a record is printed.
struct PrintOptions: ParsableArguments {
  @Flag(help: "As text.")
  var text = false
  @Option(help: "Paper of the PDF.")
  var paper: Paper = .a4
  @Flag(help: "Large print.")
  var largePrint = false

  /// As PDF for a file or a pipe, as text for a person at a terminal, unless one of them was asked for.
  func print(_ document: Handout, _ console: Console) throws {
    if text || console.file == nil && console.output.isTerminal {
      try console.emit(document.text(width: min(72, console.width)))
    } else {
      try console.emit(bytes: try document.pdf(paper: paper, largePrint: largePrint))
    }
  }
}

extension Paper: ExpressibleByArgument {}
