import Clinical
import Foundation

/// The days of a plan as a file for the client's calendar (iCalendar, RFC 5545). Others may see a calendar, so it says
/// nothing about health: neither what there is to do, nor the practice, nor the link to the page.
package struct PlanDays: Sendable, Hashable, Codable {
  /// The days on which there is something to do at home.
  package var doing: [CalendarDate]
  package var nextVisit: CalendarDate?

  package init(doing: [CalendarDate], nextVisit: CalendarDate?) {
    self.doing = doing
    self.nextVisit = nextVisit
  }

  package var isEmpty: Bool { doing.isEmpty && nextVisit == nil }

  /// - Parameters:
  ///   - todo, visit: what the days are called.
  ///   - stamp: when the plan was issued; the same plan is the same file.
  package func calendar(todo: String, visit: String, stamp: CalendarDate) -> String {
    let days = doing.map { ($0, todo, "plan") } + (nextVisit.map { [($0, visit, "visit")] } ?? [])
    let events = days.flatMap { day, name, kind in
      [
        "BEGIN:VEVENT", "UID:\(kind)-\(stamp.iso)-\(day.iso)@plumbline", "DTSTAMP:\(stamp.digits)T000000Z",
        "DTSTART;VALUE=DATE:\(day.digits)", "SUMMARY:\(name)", "TRANSP:TRANSPARENT", "END:VEVENT",
      ]
    }
    let lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Plumbline//Plan//EN"] + events + ["END:VCALENDAR"]
    return lines.map { $0 + "\r\n" }.joined()
  }
}

extension CalendarDate {
  fileprivate var digits: String { iso.replacing("-", with: "") }
}
