/// The words in which dates, answers, findings and the strength of evidence are shown, in one language.
package protocol AnswerWords: Sendable {
  /// The tag of the language (BCP 47).
  var language: String { get }
  func day(_ date: CalendarDate) -> String
  func dayAndMonth(_ date: CalendarDate) -> String
  func weekdayAndDay(_ date: CalendarDate) -> String
  /// Words a date for a narrow place.
  func shortDay(_ date: CalendarDate) -> String
  /// Words a score on a scale from 0 to 10.
  func ofTen(_ score: String) -> String
  func consent(_ isGiven: Bool) -> String
  func side(_ side: BodyRegion.Side) -> String
  /// Words a finding of one side.
  func onSide(_ side: BodyRegion.Side, _ finding: String) -> String
  func grade(_ figures: String) -> String
  /// Words how far a finding is from what is usual, from 0 to 3.
  func severity(_ grade: Int) -> String
  /// Words what was judged without an instrument.
  func byEye(_ grade: String) -> String
  var noneFound: String { get }
  /// What a finding of last time is when it is no longer there.
  var gone: String { get }
  /// Says who agreed that an item is kept, and when.
  func agreed(by clinician: String, on day: CalendarDate?) -> String
  /// The reason for an item about which a clinician was asked.
  var askedFirst: String { get }
  /// The label of what `howSure` says.
  var howSureWeAre: String { get }
  func howSure(_ evidence: Evidence) -> String
}

package struct EnglishAnswerWords: AnswerWords {
  package init() {}

  package var language: String { "en" }

  /// Words a date as `16 November 2026`.
  package func day(_ date: CalendarDate) -> String { "\(dayAndMonth(date)) \(date.year)" }

  package func dayAndMonth(_ date: CalendarDate) -> String { "\(date.day) \(Self.months[date.month - 1])" }

  /// Words a date as `Monday 16 November`.
  package func weekdayAndDay(_ date: CalendarDate) -> String { "\(Self.weekdays[date.weekday]) \(dayAndMonth(date))" }

  /// Words a date as `16 Nov 2026`.
  package func shortDay(_ date: CalendarDate) -> String {
    "\(date.day) \(Self.months[date.month - 1].prefix(3)) \(date.year)"
  }

  /// Words the day of the week as `Mon`.
  package func shortWeekday(_ date: CalendarDate) -> String { String(Self.weekdays[date.weekday].prefix(3)) }

  package func ofTen(_ score: String) -> String { "\(score) of 10" }

  package func consent(_ isGiven: Bool) -> String { isGiven ? "I agree" : "I do not agree" }

  package func side(_ side: BodyRegion.Side) -> String { side.rawValue }
  package func onSide(_ side: BodyRegion.Side, _ finding: String) -> String { "\(side.rawValue) \(finding)" }
  package func grade(_ figures: String) -> String { "grade \(figures)" }
  package func severity(_ grade: Int) -> String { ["usual", "mild", "moderate", "marked"][min(max(grade, 0), 3)] }
  package func byEye(_ grade: String) -> String { "\(grade), by eye" }
  package var noneFound: String { "none" }
  package var gone: String { "gone" }

  package func agreed(by clinician: String, on day: CalendarDate?) -> String {
    "Agreed by \(clinician)\(day.map { " on \(self.day($0))" } ?? "")."
  }
  package var askedFirst: String { "Asked first." }

  package var howSureWeAre: String { "How sure we are:" }
  package func howSure(_ evidence: Evidence) -> String {
    switch evidence {
    case .goodStudies: "Good studies."
    case .someStudies: "Some studies."
    case .guidelines: "Guidelines of clinicians."
    case .experience: "Therapists' experience."
    case .nothing(.harmless): "No good evidence; harmless; your choice."
    case .nothing(.needsCare): "No good evidence; harmless if done with care; your choice."
    case .nothing(.risky): "No good evidence, and not without risk; your choice."
    case .against: "Studies found that it does not help."
    }
  }

  package static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

/// The words for whoever has no other language.
package let answerWords: any AnswerWords = EnglishAnswerWords()
