import ArgumentParser
import Care
import Clinical
import JSON
import Records

/// What is said of a visit on the command line. Its words come from the editor or a file: arguments are shown to everybody
/// on the computer, and kept in the shell's history.
struct VisitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The day of the visit.", valueName: "yyyy-mm-dd"), transform: TypedDay.past)
  var date: TypedDay?
  @Option(help: "How long it took, in minutes.")
  var minutes: Int?
  @Option(help: ArgumentHelp("The visit; - is standard input.", valueName: "file"))
  var fromJson: String?

  /// Whether what to change is said on the command line, so that no editor opens.
  var isGiven: Bool { date != nil || minutes != nil || fromJson != nil }

  /// Returns a draft as it was changed in the editor or, where that is not asked for, with what was given in its place.
  func filled(
    _ draft: VisitDraft, inEditor: Bool, last: Visit? = nil, title: String, _ console: Console
  ) throws -> VisitDraft {
    let draft = try filling(draft)
    guard inEditor else { return draft }
    let text = VisitTemplate(last: last).text(title: title, filled: draft)
    return try Editor(console).edit(text, named: "visit.txt", accept: VisitTemplate.read)
  }

  private func filling(_ draft: VisitDraft) throws -> VisitDraft {
    var draft = draft
    if let fromJson {
      let read = try InputFile(path: fromJson).visit()
      draft.note = read.note
      draft.heldOn = read.heldOn ?? draft.heldOn
      draft.minutes = read.minutes ?? draft.minutes
    }
    draft.heldOn = try date?.day ?? draft.heldOn
    draft.minutes = minutes ?? draft.minutes
    return draft
  }
}

extension InputFile {
  /// Reads the members of a visit, also as `visit show --json` prints it; the day and the minutes may be missing.
  fileprivate func visit() throws -> (heldOn: CalendarDate?, minutes: Int?, note: VisitNote) {
    let json = try json()
    var (heldOn, minutes): (CalendarDate?, Int?)
    var (note, faults) = (VisitNote(), json.members == nil ? ["it is no object"] : [])
    for member in json.members ?? [] where member.value != .null {
      switch (member.key, member.value) {
      case ("held_on", .string(let day)) where CalendarDate(iso: day) != nil: heldOn = CalendarDate(iso: day)
      case ("minutes", .integer(let count)): minutes = count
      case (let key, .string(let text)) where VisitNote.Part(rawValue: key) != nil:
        VisitNote.Part(rawValue: key).map { note[$0] = text }
      case (let key, _) where Self.ofTheRecord.contains(key): continue
      default: faults.append("\(member.key): \(Self.form)")
      }
    }
    guard faults.isEmpty else {
      throw CommandError(
        .usage, "\(path) does not hold a visit that can be read.", why: faults,
        next: ["Correct these and try again; nothing was saved."])
    }
    return (heldOn, minutes, note)
  }

  /// What is printed of a visit and not typed in.
  private static let ofTheRecord = Set(Visit.columns.map(\.name))
    .subtracting(["held_on", "minutes"] + VisitNote.Part.allCases.map(\.rawValue))

  private static let form =
    "a visit has held_on (YYYY-MM-DD), minutes (a number), and the texts "
    + VisitNote.Part.allCases.map(\.rawValue).joined(separator: ", ")
}
