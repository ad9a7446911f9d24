import ArgumentParser
import Care
import Clinical
import Records

extension CommandError {
  /// Says in our own words what the parser complains of, with the next step; nil for any other error, and for help.
  init?(complaint: any Error, of words: [String]) {
    guard Plumbline.exitCode(for: complaint) == .validationFailure else { return nil }
    let message = Plumbline.message(for: complaint)
    if let match = message.firstMatch(of: /The value '(.*)' is invalid for '(?:(--?[A-Za-z-]+) )?<(.*?)>'(?s)(.*)/) {
      self.init(
        value: String(match.1), of: match.2.map(String.init) ?? "<\(match.3)>", kind: String(match.3),
        rest: String(match.4), words)
    } else if let match = message.firstMatch(
      of: /^(?:Unexpected argument|[0-9]+ unexpected arguments:) '(.*?)'(?:, '|\.?$)/)
    {
      self.init(tooMany: String(match.1), of: words)
    } else if let match = message.firstMatch(of: /^Unknown option '(.*?)'/) {
      self.init(unknown: String(match.1), of: words)
    } else if let match = message.firstMatch(of: /^Missing value for '(--?[A-Za-z-]+)(?: <(.*)>)?'/) {
      self.init(
        .usage, "\(match.1) lacks its value.", why: Self.help(of: complaint).map { [$0] } ?? [],
        next: [CommandPath(words).help])
    } else if let match = message.firstMatch(of: /^The option '(.*?)' does not take any value, but '(.*)' was/) {
      self.init(
        .usage, "\(match.1) takes no value.",
        next: Self.line(words, "\(match.1)=\(match.2)", by: String(match.1)))
    } else {
      self.init(.usage, message, next: CommandPath(words).help)
    }
  }

  /// What the help says of the argument that is complained of.
  private static func help(of complaint: any Error) -> String? {
    Plumbline.fullMessage(for: complaint).split(whereSeparator: \.isNewline).first { $0.hasPrefix("Help:") }
      .map { String($0.dropFirst("Help:".count)).trimmed }
  }

  /// Returns the line as it was typed, with another word, or another half of `--option=value`, in the place of one.
  private static func line(_ words: [String], _ word: String, by other: String) -> String {
    let meant = words.map { typed -> String in
      if typed == word { return other }
      if typed.hasPrefix(word + "=") { return other + typed.dropFirst(word.count) }
      return typed.hasPrefix("--") && typed.hasSuffix("=" + word) ? typed.dropLast(word.count) + other : typed
    }
    return (["plumbline"] + meant.map(\.quotedForShell)).joined(separator: " ")
  }
}

// MARK: - Values

extension CommandError {
  /// - Parameters:
  ///   - name: the option or the argument that does not take the value.
  ///   - kind: what the help calls its value.
  ///   - rest: what the parser says behind it: the values that it takes, or why it takes this one not.
  private init(value: String, of name: String, kind: String, rest: String, _ words: [String]) {
    let choices = rest.matches(of: /'([^']*)'|\n  - (.*)/).compactMap { ($0.1 ?? $0.2).map(String.init) }
    let help = CommandPath(words).help
    if kind == "yyyy-mm-dd" {
      self = CalendarDate.unreadable(value)
    } else if kind == "period" {
      self.init(
        .usage, "“\(value)” is not a length of time.",
        next: "Write 36h, 14d or 2w, or the last day, such as friday or 2026-03-31.")
    } else if kind == "48h,24h" {
      self.init(
        .usage, "“\(value)” does not say when to remind.",
        next: "Write one to five times before the visit, in hours or days: 48h,24h or 2d.")
    } else if rest.hasPrefix(": ") {
      self.init(.usage, "\(name) does not take “\(value)”: \(rest.dropFirst(2))", next: help)
    } else if choices.isEmpty {
      self.init(
        .usage, "“\(value)” is not a whole number, which \(name) takes.", next: "Write digits alone: \(name) 60")
    } else {
      let near = choices.nearest(to: value).first
      self.init(
        .usage, "\(name) does not take “\(value)”." + (near.map { " Did you mean \($0)?" } ?? ""),
        why: ["It takes: " + choices.joined(separator: ", ")],
        next: [near.map { Self.line(words, value, by: $0) } ?? help])
    }
  }
}

// MARK: - Names

extension CommandError {
  private init(unknown option: String, of words: [String]) {
    let path = CommandPath(words)
    let detail = Client.Detail(rawValue: String(option.drop { $0 == "-" }).replacing("-", with: "_"))
    if path.names == ["client", "edit"], let detail {
      self.init(
        .usage, "client edit has no option \(option).", next: "plumbline client edit ana --set \(detail.rawValue)=…")
      return
    }
    let options = path.options
    let near = options.nearest(to: option).first
    self.init(
      .usage, "\(path.spelled) has no option \(option)." + (near.map { " Did you mean \($0)?" } ?? ""),
      why: near == nil ? ["Options: " + options.joined(separator: ", ")] : [],
      next: [near.map { Self.line(words, option, by: $0) } ?? path.help])
  }

  /// A name of several words was most likely not put in quotes.
  private init(tooMany word: String, of words: [String]) {
    let path = CommandPath(words)
    let arguments = words.dropFirst(path.names.count)
    let typed = arguments.prefix { !$0.hasPrefix("-") }
    let usage = Plumbline.usageString(for: path.command).replacing(/\[[^\]]*\]/, with: "")
    let isOneName = usage.matches(of: /</).count == 1 && typed.contains(word)
    self.init(
      .usage, "“\(word)” is one word too many.",
      next: isOneName
        ? "\(path.spelled) \(typed.joined(separator: " ").quotedForShell)"
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
