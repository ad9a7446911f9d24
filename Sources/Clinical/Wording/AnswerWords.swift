/// The words in which dates, answers and the strength of evidence are shown, in one language.
package protocol AnswerWords: Sendable {
  func day(_ date: CalendarDate) -> String
  func dayAndMonth(_ date: CalendarDate) -> String
  /// Words a score on a scale from 0 to 10.
  func ofTen(_ score: String) -> String
  func consent(_ isGiven: Bool) -> String
  /// The label of what `howSure` says.
  var howSureWeAre: String { get }
  func howSure(_ evidence: Evidence) -> String
}

package struct EnglishAnswerWords: AnswerWords {
  package init() {}

  /// Words a date as `16 November 2026`.
  package func day(_ date: CalendarDate) -> String { "\(dayAndMonth(date)) \(date.year)" }

  package func dayAndMonth(_ date: CalendarDate) -> String { "\(date.day) \(Self.months[date.month - 1])" }

  package func ofTen(_ score: String) -> String { "\(score) of 10" }

  package func consent(_ isGiven: Bool) -> String { isGiven ? "I agree" : "I do not agree" }

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

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

/// The words for whoever has no other language.
package let answerWords: any AnswerWords = EnglishAnswerWords()
