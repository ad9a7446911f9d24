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
