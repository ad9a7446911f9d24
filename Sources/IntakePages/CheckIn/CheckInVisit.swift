import Clinical
import Foundation
import Records
import Sealing

/// The context of a client's check-in: the plan behind the link, what it asks about, and the content.
struct CheckInVisit: Sendable {
  let token: LinkToken
  let opened: Door.OpenedCheckIn
  let basis: ClientPlanCopy.CheckInBasis
  let pack: ContentPack
  let today: CalendarDate
  let letterhead: Letterhead

  var words: any PageWords { letterhead.words }
  var items: [ClientPlanCopy.CheckInBasis.Item] { basis.items }

  /// The form that is due today.
  var kindDue: CheckInForm.Kind {
    let due = pack.checkIn.rules?.form(
      on: today, issuedOn: CalendarDate(opened.issuedAt, in: opened.practice.zone),
      lastFull: opened.lastFullAt.map { CalendarDate($0, in: opened.practice.zone) })
    let kind = due ?? .full
    // Content of before the weekly form has only the fuller one.
    return pack.checkIn.entries(of: kind).isEmpty ? .full : kind
  }

  func address(_ page: String) -> String { "/p/\(token.text)/\(page)" }

  /// The questions of a form that can be asked of this client: one about an activity only when they named one.
  func entries(of kind: CheckInForm.Kind) -> [CheckInForm.Entry] {
    pack.checkIn.entries(of: kind).filter { entry in entry.activity.map { activity($0) != nil } ?? true }
  }

  /// The client's own words for an activity.
  func activity(_ question: Question.ID) -> String? { basis.activities[question.rawValue] }

  /// Reads what was typed.
  func sheet(_ kind: CheckInForm.Kind, _ fields: FieldValues) -> CheckInSheet {
    let raw = entries(of: kind).map { ($0.question.id, fields[$0.question.id.rawValue]) }
    let rows = items.enumerated().map { place, item in
      var row = ["item": item.id.rawValue]
      for part in CheckInFields.itemParts { row[part] = fields.first(CheckInFields.name(part, place)) }
      return row
    }
    return CheckInSheet(kind, raw: Dictionary(raw) { _, last in last }, rows: rows, of: pack, today: today)
  }
}

/// The names of the fields that are not the id of a question: those about the items of the plan, by their place in it.
enum CheckInFields {
  static let itemParts = ["times", "helped", "hurt"]

  static func name(_ part: String, _ place: Int) -> String { "checkin.items.\(part).\(place + 1)" }
}
