import Typesetting

extension Handout {
  /// Returns the document as plain text.
  ///
  /// - Parameters:
  ///   - width: the longest line in columns; 0 does not wrap.
  ///   - ascii: whether to replace characters that SMS gateways damage.
  package func text(width: Int = 72, ascii: Bool = false) -> String {
    var page = PlainText(width: width, ascii: ascii)
    for passage in passages { page.add(passage) }
    return page.text
  }
}

/// Plain text made of passages. Columns are those of a terminal, in which wide characters take two.
private struct PlainText {
  private var lines: [String] = []
  private let width: Int
  private let ascii: Bool

  init(width: Int, ascii: Bool) {
    self.width = width
    self.ascii = ascii
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func add(_ passage: Handout.Passage) {
    switch passage {
    case .heading(let level, let title): addHeading(shown(title), level: level)
    case .paragraph(let text): addBlock { $0.add(text) }
    case .bullets(let items): addList(items.map { (ascii ? "-" : "•", $0) })
    case .numbered(let items): addList(items.enumerated().map { ("\($0.offset + 1).", $0.element) })
    case .facts(let facts): addFacts(facts)
    case .choices(let labels): addList(labels.map { ("[ ]", $0) })
    case .calendar(let calendar): addCalendar(calendar)
    }
  }

  private func shown(_ text: String) -> String { ascii ? text.asciiSpelling : text.legible }

  private mutating func addBlock(_ body: (inout PlainText) -> Void) {
    if !lines.isEmpty { lines.append("") }
    body(&self)
  }

  /// Adds a wrapped text.
  ///
  /// - Parameter first: the text before the first line; the other lines are indented as far.
  private mutating func add(_ text: String, first: String = "", indent: Int = 0) {
    let text = shown(text)
    if width == 0 { return lines.append(first.isEmpty ? text : first + " " + text) }
    let hang = String(repeating: " ", count: indent)
    let lead = first + String(repeating: " ", count: max(0, indent - first.displayWidth))
    for (index, line) in text.wrapped(to: max(8, width - indent)).enumerated() {
      lines.append((index == 0 ? lead : hang) + line)
    }
  }

  private mutating func addHeading(_ title: String, level: Int) {
    addBlock { page in
      let mark: Character = level == 1 ? "=" : level == 2 ? "-" : "~"
      page.add(title)
      if page.width > 0 { page.lines.append(String(repeating: mark, count: min(page.width, title.displayWidth))) }
    }
  }

  private mutating func addList(_ items: [(mark: String, text: String)]) {
    let indent = (items.map(\.mark.displayWidth).max() ?? 0) + 1
    addBlock { page in
      for item in items { page.add(item.text, first: item.mark, indent: indent) }
    }
  }

  private mutating func addFacts(_ facts: [Handout.Fact]) {
    let labels = facts.map { shown($0.label) }
    let indent = (labels.map(\.displayWidth).max() ?? 0) + 2
    addBlock { page in
      for (fact, label) in zip(facts, labels) {
        if page.width > 0, indent > page.width / 2 {
          page.add("\(label) \(fact.value)")
        } else {
          page.add(fact.value, first: label, indent: indent)
        }
      }
    }
  }

  /// Adds a line of boxes for each week under each thing to do: `[ ]` is a day to tick, `-` a day of rest.
  private mutating func addCalendar(_ calendar: Handout.Calendar) {
    addBlock { page in
      page.add(calendar.title)
      for row in calendar.rows {
        page.add(row.title, first: row.number.map(String.init) ?? "", indent: row.number == nil ? 0 : 3)
        if page.width == 0 { continue }
        for start in stride(from: 0, to: row.days.count, by: Handout.Calendar.daysOfWeek) {
          page.addBoxes(row.days[start...].prefix(Handout.Calendar.daysOfWeek))
        }
      }
    }
  }

  /// Adds the boxes of a week, and breaks the line between days if it is too short for the week.
  private mutating func addBoxes(_ days: ArraySlice<Handout.Calendar.Day>) {
    var line = "  "
    for day in days.map({ $0 == .rest ? "-" : "[ ]" }) {
      if line.count + 1 + day.count > width, line.count > 2 {
        lines.append(line)
        line = "  "
      }
      line += " " + day
    }
    lines.append(line)
  }
}
