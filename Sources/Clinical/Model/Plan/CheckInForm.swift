/// What a client is asked between the visits, and what follows from the answers.
package struct CheckInForm: Sendable {
  /// The forms: a few questions each week, the fuller one of certain weeks, and what a client who worries is asked.
  package enum Kind: String, Sendable, CaseIterable { case weekly, full, worry }

  package struct Entry: Sendable {
    package let question: Question
    package let asked: [Kind]
    /// The question of the intake with the client's own words that are shown above this one.
    package let activity: Question.ID?
    /// The red flags that a choice raises.
    package let raises: [Question.Choice.ID: RedFlag.ID]
  }

  package let entries: [Entry]
  /// Nil for content that has no such numbers.
  package let rules: FollowUpRules?

  package func entries(of kind: Kind) -> [Entry] { entries.filter { $0.asked.contains(kind) } }
  package func question(_ id: Question.ID) -> Question? { entries.first { $0.question.id == id }?.question }
}

/// The numbers of the rules of follow-up. The rules themselves are `ContentPack.advice`.
package struct FollowUpRules: Sendable {
  /// The weeks after the issue of a plan in which the fuller form takes the place of the weekly one.
  package let fullWeeks: [Int]
  /// The answer to "how are you, compared with the start" (-3 to 3) from which down it is worse.
  package let worseChange: Int
  /// The points by which pain rises when it is worse.
  package let worseRise: Double
  /// The number of worse check-ins in a row after which a physician should look.
  package let worseInARow: Int
  /// The fuller check-ins, or the weeks, without a change that matters.
  package let noGainCheckIns: Int
  package let noGainWeeks: Int
  /// The answer from which up it is better, the number of times in a row, and the items that then suffice.
  package let goodChange: Int
  package let goodTimes: Int
  package let goodItems: Int
  /// The percentage of days below which the plan is too much, and the items that are kept.
  package let adherencePercent: Double
  package let adherenceItems: Int
}
