/// How long a finding counts after the day on which it was taken.
package struct ShelfLife: Sendable, Hashable {
  package let weeks: Int
  package let source: Source.ID

  /// Half a year, by our own judgement, for content before 1.3.0, which does not say.
  static let unsaid = ShelfLife(weeks: 26, source: "src.custom")

  /// Returns the last day on which it counts.
  package func end(from takenOn: CalendarDate) -> CalendarDate { takenOn.adding(days: 7 * weeks) ?? takenOn }
}
