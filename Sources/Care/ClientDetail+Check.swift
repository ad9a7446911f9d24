import Clinical
import Records

extension Client.Detail {
  /// The longest name that the database takes, in Unicode scalars.
  private static let longestName = 300
  private static let oldestAge = 130
  /// The age from which a client is no minor.
  package static let adultAge = 18

  /// Checks a detail that is to be recorded.
  ///
  /// - Returns: whether it makes the client a minor, for whom neither the form nor the home care is written.
  /// - Throws: `ClientRefusal` when the detail is impossible.
  @discardableResult
  package func check(_ value: String) throws -> Bool {
    guard !value.unicodeScalars.contains(where: \.breaksLine) else { throw CareRefusal.client(.severalLines(self)) }
    switch self {
    case .fullName:
      let length = value.unicodeScalars.count
      guard length <= Self.longestName else {
        throw CareRefusal.client(.nameTooLong(length: length, longest: Self.longestName))
      }
    case .email:
      guard value.isEmailAddress else { throw CareRefusal.client(.noEmailAddress(value)) }
    case .phone:
      guard value.isPhoneNumber else { throw CareRefusal.client(.noPhoneNumber(value)) }
    case .birthDate:
      guard let day = CalendarDate(iso: value) else { throw CareRefusal.client(.noDay(value)) }
      return try Self.isMinor(born: day)
    }
    return false
  }

  private static func isMinor(born day: CalendarDate) throws -> Bool {
    let today = try CalendarDate.today()
    guard day <= today else { throw CareRefusal.client(.birthToCome(day)) }
    guard today.year - day.year <= oldestAge else { throw CareRefusal.client(.tooOld(day, oldest: oldestAge)) }
    let birthdayIsToCome = (today.month, today.day) < (day.month, day.day)
    return today.year - day.year - (birthdayIsToCome ? 1 : 0) < adultAge
  }
}

extension CalendarDate {
  /// - Throws: `ClientRefusal.nextVisitIsOver` when the day of the next visit has passed.
  func checkNextVisit() throws {
    let today = try CalendarDate.today()
    guard self < today else { return }
    throw CareRefusal.client(.nextVisitIsOver(self, today: today))
  }
}
