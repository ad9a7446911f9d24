import Clinical
import Foundation
import HTTPServer
import Records
import Sealing

/// The context of a client's request: the invite behind the link, and the draft if the browser has its key.
struct LinkVisit: Sendable {
  let token: LinkToken
  let invite: Door.OpenedInvite
  private(set) var path: FormPath
  let today: CalendarDate
  /// The letterhead of the practice, without what this client adds to it.
  let practice: Letterhead
  /// The key from the cookie; nil on a device on which no draft was begun.
  var key: DraftKey?
  var draft: Draft?
  /// The version of the stored draft; 0 when there is none.
  var draftVersion = 0

  var pack: ContentPack { path.pack }
  var words: any PageWords { path.isAboutAnother ? practice.words.ofAnother : practice.words }
  var letterhead: Letterhead {
    var letterhead = practice
    letterhead.helpAddress = address(PagePath.help)
    if !isClosed { letterhead.resumeCode = draft?.resumeCode }
    return letterhead
  }
  var wasSent: Bool { invite.state == .submitted }
  /// Whether the form was sent and this browser has no draft that could still be sent as a later form.
  var isClosed: Bool { wasSent && !(draft.map { !$0.isDeeper } ?? false) }

  /// Returns this visit in words for whoever fills in the form for somebody else, if the fields say that.
  func worded(by fields: FieldValues, from content: ContentCache) async -> LinkVisit {
    guard fields.areAboutAnother, !path.isAboutAnother else { return self }
    var visit = self
    visit.path = await content.path(aboutAnother: path, hidden: Set(invite.hiddenQuestions))
    return visit
  }

  func address(_ page: String? = nil) -> String { token.address(page) }

  func reading(_ draft: Draft) -> AnswerReading {
    AnswerReading(draft.fields, path: path, today: today)
  }

  /// The page after `screen`: the next one with something to ask, or "Check your answers" for clients who have been there
  /// already, unless a screen has problems.
  func next(after screen: Screen, _ draft: Draft, _ reading: AnswerReading) -> String {
    if screen.isDetour { return path.screen(before: screen.id, for: reading.sheet)?.id ?? "1" }
    var following = path.screen(after: screen.id, for: reading.sheet)
    if draft.hasReachedCheck, !screen.stage.isDeeper {
      while let candidate = following, reading.problems(on: candidate).isEmpty {
        following = path.screen(after: candidate.id, for: reading.sheet)
      }
    }
    return following?.id ?? (screen.stage.isDeeper ? PagePath.more : PagePath.check)
  }
}

extension LinkToken {
  /// The address of a page under the link; nil is the start page.
  func address(_ page: String? = nil) -> String {
    page.map { "/i/\(text)/\($0)" } ?? "/i/\(text)"
  }
}

extension CalendarDate {
  /// The day in a time zone.
  init(_ date: Date, in zone: TimeZone = .gmt) {
    let day = date.shifted(to: zone).formatted(.iso8601.year().month().day())
    guard let date = CalendarDate(iso: day) else { preconditionFailure("a clock between the years 1 and 9999") }
    self = date
  }
}

extension Date {
  /// The time at which clocks in UTC show what those of a time zone show now.
  func shifted(to zone: TimeZone) -> Date { addingTimeInterval(TimeInterval(zone.secondsFromGMT(for: self))) }
}
