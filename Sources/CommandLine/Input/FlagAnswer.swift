import ArgumentParser
import Care
import Records

extension Console {
  /// Asks what was done about red flags, as far as options do not say it.
  ///
  /// - Parameters:
  ///   - flags: a line for each, shown before it is asked what was done.
  ///   - note: as a file gave it; an empty one is refused with the flags, like any empty note.
  /// - Throws: exit 2 when the person does not answer. Without a terminal the options are required before.
  func flagAnswer(
    to flags: [String] = [], _ action: FlagAction?, _ note: String?
  ) throws -> (action: FlagAction, note: String) {
    for flag in flags where action == nil { self.note(flag, sign: StyledText("!", .yellow)) }
    let ask = Prompt(self)
    let letter = action == nil ? ask.letter("What did you do? [r]efer [a]dapt [p]roceed:", of: "rap") : nil
    guard let action = action ?? FlagAction.allCases.first(where: { $0.rawValue.first == letter }) else {
      throw CommandError(.cancelled, "nothing was recorded.")
    }
    if let note { return (action, note) }
    guard let typed = ask.line("What you told the client, and why:"), !typed.isEmpty else {
      throw CommandError(.cancelled, "nothing was recorded.")
    }
    return (action, typed)
  }
}

extension FlagAction: ExpressibleByArgument {}
