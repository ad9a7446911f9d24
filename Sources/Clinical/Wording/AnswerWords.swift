/// The words in which dates and answers are shown, in one language.
package protocol AnswerWords: Sendable {
  func day(_ date: CalendarDate) -> String
  func dayAndMonth(_ date: CalendarDate) -> String
  /// Words a score on a scale from 0 to 10.
  func ofTen(_ score: String) -> String
  func consent(_ isGiven: Bool) -> String
}

package struct EnglishAnswerWords: AnswerWords {
  package init() {}

  /// Words a date as `16 November 2026`.
  package func day(_ date: CalendarDate) -> String { "\(dayAndMonth(date)) \(date.year)" }

  package func dayAndMonth(_ date: CalendarDate) -> String { "\(date.day) \(Self.months[date.month - 1])" }

  package func ofTen(_ score: String) -> String { "\(score) of 10" }

  package func consent(_ isGiven: Bool) -> String { isGiven ? "I agree" : "I do not agree" }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

/// The words for whoever has no other language.
package let answerWords: any AnswerWords = EnglishAnswerWords()
