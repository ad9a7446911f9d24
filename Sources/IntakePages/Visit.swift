import Clinical
import Foundation
import HTTPServer
import Records

/// One request of a client: the invite behind the link, and the draft if the browser holds its key.
struct Visit: Sendable {
  let token: LinkToken
  let invite: Door.OpenedInvite
  let path: FormPath
  let today: CalendarDate
  /// From the cookie; nil on a device that has not begun.
  var key: DraftKey?
  var draft: Draft?
  /// Of the draft as it is stored; 0 when there is none.
  var draftVersion = 0

  var pack: ContentPack { path.pack }
  var letterhead: Letterhead { Letterhead(invite) }
  var wasSent: Bool { invite.state == .submitted }

  func address(_ page: String? = nil) -> String {
    page.map { "/i/\(token.text)/\($0)" } ?? "/i/\(token.text)"
  }

  func reading(_ draft: Draft) -> AnswerReading {
    AnswerReading(draft.fields, pack: pack, today: today)
  }

  /// Everything that keeps the form from being sent, in the order of the form.
  func problems(_ reading: AnswerReading) -> [Problem] {
    let unreadable = Set(reading.problems.map(\.question))
    let judged = pack.problems(in: reading.answers, today: today).filter { problem in
      !unreadable.contains(problem.question) && !isRefusal(problem, in: reading.answers)
    }
    if reading.problems.isEmpty { return judged }
    let order = Dictionary(pack.pages.flatMap(\.questions).enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    return (reading.problems.filter { pack.isShown($0.question, for: reading.answers) } + judged)
      .sorted { (order[$0.question] ?? 0) < (order[$1.question] ?? 0) }
  }

  /// "I do not agree" is an answer, and is recorded. Only without consent to keep health data there can be no record.
  private func isRefusal(_ problem: Problem, in answers: Answers) -> Bool {
    answers[problem.question] == .consent(false) && problem.question != "consent.health_data"
  }

  /// What is wrong on one page. Marking regions comes before describing them, so the chart itself only wants a mark.
  func problems(_ reading: AnswerReading, on screen: Screen) -> [Problem] {
    let ours = problems(reading).filter { problem in screen.questions.contains { $0.id == problem.question } }
    if case .chart(let question) = screen.content, reading.answers[question.id] != nil { return [] }
    return ours
  }

  /// The next page after `screen`: straight on, or back to "Check your answers" for those who have been there.
  func next(after screen: Screen, _ draft: Draft, _ reading: AnswerReading) -> String {
    if screen.isDetour { return path.screen(before: screen.id, for: draft, answers: reading.answers)?.id ?? "1" }
    var following = path.screen(after: screen.id, for: draft, answers: reading.answers)
    if draft.hasReachedCheck {
      while let candidate = following, problems(reading, on: candidate).isEmpty {
        following = path.screen(after: candidate.id, for: draft, answers: reading.answers)
      }
    }
    return following?.id ?? Place.check
  }
}

extension CalendarDate {
  /// The day in UTC.
  init(_ date: Date) {
    let day = date.formatted(.iso8601.year().month().day())
    guard let date = CalendarDate(iso: day) else { preconditionFailure("a clock between the years 1 and 9999") }
    self = date
  }

  /// As people write it: 21 November 2026.
  var written: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return "\(day) \(months[month - 1]) \(year)"
  }
}
