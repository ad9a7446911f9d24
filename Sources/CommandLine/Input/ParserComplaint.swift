import ArgumentParser
import Care
import Clinical
import Records

extension CommandError {
  /// Rewords a complaint of the parser where its own words help little; nil for any other.
  init?(complaint: any Error, of words: [String]) {
    let message = Plumbline.message(for: complaint)
    if let match = message.firstMatch(of: /The value '(.*)' is invalid for '.*<yyyy-mm-dd>'/) {
      self = CalendarDate.unreadable(String(match.1))
    } else if let match = message.firstMatch(of: /The value '(.*)' is invalid for '.*<period>'/) {
      self.init(
        .usage, "“\(match.1)” is not a length of time.",
        next: "Write 36h, 14d or 2w, or the last day, such as friday or 2026-03-31.")
    } else if let match = message.firstMatch(
      of: /^(?:Unexpected argument|[0-9]+ unexpected arguments:) '(.*?)'(?:, '|\.?$)/)
    {
      self.init(tooMany: String(match.1), of: words)
    } else if CommandPath(words).names == ["client", "edit"],
      let match = message.firstMatch(of: /Unknown option '--([a-z-]+)'/),
      let detail = Client.Detail(rawValue: String(match.1).replacing("-", with: "_"))
    {
      self.init(
        .usage, "client edit has no option --\(match.1).", next: "plumbline client edit ana --set \(detail.rawValue)=…")
    } else {
      return nil
    }
  }
}

extension CommandError {
  /// A name of several words was most likely not put in quotes.
  private init(tooMany word: String, of words: [String]) {
    let path = CommandPath(words)
    let command = "plumbline " + path.names.joined(separator: " ")
    let arguments = words.dropFirst(path.names.count)
    let typed = arguments.prefix { !$0.hasPrefix("-") }
    let usage = Plumbline.usageString(for: path.command).replacing(/\[[^\]]*\]/, with: "")
    let isOneName = usage.matches(of: /</).count == 1 && typed.contains(word)
    self.init(
      .usage, "“\(word)” is one word too many.",
      next: isOneName
        ? "\(command) \(typed.joined(separator: " ").quotedForShell)"
        : "Put a name of several words in quotes: \"Zoe Park\".")
  }
}

extension CalendarDate {
  static func unreadable(_ text: String) -> CommandError {
    let meanings = (try? CalendarDate.today()).map { SpokenDay(text, .toCome, today: $0).meanings } ?? []
    if !meanings.isEmpty {
      return CommandError(
        .usage, "“\(text)” could be \(meanings.joined(separator: " or ")).",
        next: "Write it as YYYY-MM-DD, or the month as a word.")
    }
    let isSpelled = text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil
    return CommandError(
      .usage, isSpelled ? "there is no day \(text)." : "“\(text)” is not a date.",
      next: "Write year, month and day as YYYY-MM-DD, such as 2026-03-31; or 31 March, friday, tomorrow, +1w.")
  }
}
