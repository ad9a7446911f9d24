import Care
import Clinical
import Foundation

/// Asks questions on a terminal. They go to standard error, so that standard output has nothing but the result.
struct Prompt {
  private let console: Console

  init(_ console: Console) { self.console = console }

  /// Asks for a line, and returns it without white space around it; nil at the end of the input.
  func line(_ question: String) -> String? {
    // Wrapped here, so that a narrow terminal does not break words. The answer is typed after the last line.
    let lines = question.lines(upTo: console.notes.width - 2)
    let text = lines.map { StyledText($0, .bold).rendered(console.notes.colour) }.joined(separator: "\n")
    console.notes.tell((text + " ").utf8)
    return readLine()?.trimmed
  }

  /// Asks for a line that is not shown while it is typed.
  func secret(_ question: String) -> String? {
    var before = termios()
    tcgetattr(STDIN_FILENO, &before)
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    // After Ctrl-C the shell must show again what is typed.
    let interrupted = signal(SIGINT) { _ in
      var loud = termios()
      tcgetattr(STDIN_FILENO, &loud)
      loud.c_lflag |= tcflag_t(ECHO)
      tcsetattr(STDIN_FILENO, TCSANOW, &loud)
      _exit(ExitStatus.interrupted.rawValue)
    }
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      signal(SIGINT, interrupted)
      console.notes.tell("\n".utf8)
    }
    return line(question)
  }

  static let letterWanted = "Type one of the letters in brackets."

  /// Asks until the answer is one of the letters, and returns it; nil at the end of the input.
  func letter(_ question: String, of letters: String) -> Character? {
    while let answer = line(question) {
      if let letter = Self.letter(answer, to: question, of: letters) { return letter }
      console.warn(Self.letterWanted)
    }
    return nil
  }

  /// Returns the letter that an answer is: alone, or as the word that has it in brackets, such as `take` for `[t]ake`. A
  /// sentence that only begins with it was meant for another question.
  static func letter(_ answer: String, to question: String, of letters: String) -> Character? {
    let typed = answer.lowercased()
    guard let letter = typed.first, letters.contains(letter) else { return nil }
    let words = question.matches(of: /\[([a-z])\]([a-z]*)/).map { "\($0.1)\($0.2)" }
    return typed.count == 1 || words.contains { $0.hasPrefix(typed) } ? letter : nil
  }

  func agrees(_ question: String) -> Bool {
    ["y", "yes"].contains((line("\(question) [y/N]") ?? "").lowercased())
  }

  func choose<Value>(_ question: String, _ labels: [String], from values: [Value]) throws -> Value {
    var list = Report()
    for (index, label) in labels.enumerated() { list.paragraph(label, marker: StyledText("\(index + 1) "), indent: 2) }
    console.notes.tell(list.text(width: console.notes.width, colour: console.notes.colour).utf8)
    while let answer = line("\(question) [1–\(labels.count)]"), !answer.isEmpty, answer != "q" {
      if let number = Int(answer), values.indices.contains(number - 1) { return values[number - 1] }
      console.notes.tell("A number from 1 to \(labels.count), or q to leave.\n".utf8)
    }
    throw CommandError(.cancelled, "nothing chosen.")
  }
}
