import Clinical
import Records

/// A visit as text for an editor: the day and the minutes, then each part below its heading.
///
///     date: 2026-11-29
///     minutes: 60
///
///     == What the client said
///     Pain now 6 of 10.
package struct VisitTemplate: Sendable {
  /// The mark of lines that are shown and not read.
  package static let guidance = "#!"

  /// The visit before this one. Its words are shown beside each part and never copied into it: a copied note would say
  /// that something was found or done which nobody looked at again.
  let last: Visit?

  package init(last: Visit? = nil) { self.last = last }

  package func text(title: String, filled: VisitDraft) -> String {
    let head = """
      \(Self.guidance) \(title)
      \(Self.guidance) Write below each heading, and leave empty what there is nothing to say of.
      \(Self.guidance) Lines that begin with \(Self.guidance) are dropped; an empty file cancels.
      date: \(filled.heldOn.iso)
      minutes: \(filled.minutes.map(String.init) ?? "")

      """
    return head + VisitNote.Part.allCases.map { part in section(part, filled.note[part]) }.joined()
  }

  private func section(_ part: VisitNote.Part, _ text: String?) -> String {
    let before = last.flatMap { visit in visit.note[part].map { (visit.heldOn.iso, $0) } }
    let shown = before.map { day, words in
      words.split(whereSeparator: \.isNewline).enumerated().map { index, line in
        "\(Self.guidance) \(index == 0 ? "\(day): " : "")\(line)\n"
      }.joined()
    }
    return "\n== \(part.heading)\n" + (shown ?? "") + (text.map { "\($0)\n" } ?? "")
  }
}

// MARK: - Reading

extension VisitTemplate {
  /// Reads a visit as `text` writes one.
  ///
  /// - Throws: `VisitRefusal.unreadable` with every line that cannot be read.
  package static func read(_ text: String) throws -> VisitDraft {
    var faults: [String] = []
    var (day, minutes): (CalendarDate?, Int?)
    var parts: [VisitNote.Part: [Substring]] = [:]
    var part: VisitNote.Part?
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    where !line.hasPrefix(guidance) {
      if line.hasPrefix("==") {
        part = VisitNote.Part(heading: line.dropFirst(2))
        if part == nil { faults.append("“\(line)”: there is no such heading") }
      } else if let part {
        parts[part, default: []].append(line)
      } else if let value = line.value(of: "date") {
        day = CalendarDate(iso: value)
        if day == nil { faults.append("date: “\(value)” is no day; write it as YYYY-MM-DD") }
      } else if let value = line.value(of: "minutes") {
        minutes = Int(value)
        if minutes == nil, !value.isEmpty { faults.append("minutes: “\(value)” is not a whole number") }
      } else if !line.isBlank {
        faults.append("“\(line)”: it stands above the first heading")
      }
    }
    guard let day, faults.isEmpty else {
      throw CareRefusal.visit(.unreadable(faults.isEmpty ? ["date: the day of the visit is missing"] : faults))
    }
    var note = VisitNote()
    for (part, lines) in parts { note[part] = lines.joined(separator: "\n") }
    return VisitDraft(heldOn: day, minutes: minutes, note: note)
  }
}

extension VisitNote.Part {
  fileprivate init?(heading: Substring) {
    let words = String(heading).trimmed.lowercased()
    guard let part = Self.allCases.first(where: { $0.heading.lowercased() == words || $0.rawValue == words }) else {
      return nil
    }
    self = part
  }
}

extension Substring {
  /// What stands after a name and a colon; nil for another line.
  fileprivate func value(of name: String) -> String? {
    guard lowercased().hasPrefix("\(name):") else { return nil }
    return String(dropFirst(name.count + 1)).trimmed
  }
}
