import Clinical
import Records

extension Client.Detail {
  /// Of the database, in Unicode scalars.
  private static let longestName = 300

  /// - Throws: exit 64 for what this detail of a client cannot be.
  func check(_ value: String, _ console: Console) throws {
    switch self {
    case .fullName:
      let length = value.unicodeScalars.count
      guard length <= Self.longestName else {
        throw CommandError(
          .usage, "this name is too long: \(length) characters.",
          next: "Write it with at most \(Self.longestName) characters.")
      }
    case .email:
      guard value.isEmailAddress else {
        throw CommandError(
          .usage, "“\(value)” is not an e-mail address.", next: "Write it whole, such as ana@example.org.")
      }
    case .phone:
      guard value.isPhoneNumber else {
        throw CommandError(
          .usage, "“\(value)” is not a phone number.",
          next: "Write 5 to 32 digits and signs, such as +351 912 345 678.")
      }
    case .birthDate:
      guard let day = CalendarDate(iso: value) else { throw CalendarDate.unreadable(value) }
      try Self.check(birthDate: day, console)
    }
  }

  private static func check(birthDate day: CalendarDate, _ console: Console) throws {
    let (oldest, adult) = (130, 18)
    let today = try Moment.today()
    guard day <= today, today.year - day.year <= oldest else {
      throw CommandError(
        .usage, "nobody can be born on \(day.iso).",
        why: day > today ? "That day is still to come." : "That is more than \(oldest) years ago.",
        next: "Correct the date of birth: year, month and day as YYYY-MM-DD.")
    }
    let birthdayIsToCome = (today.month, today.day) < (day.month, day.day)
    if today.year - day.year - (birthdayIsToCome ? 1 : 0) < adult {
      console.warn("Born on \(day.iso), so under \(adult): the form and the home care are written for adults.")
    }
  }
}

extension CalendarDate {
  /// - Throws: exit 64 when it is over.
  func checkNextVisit() throws {
    let today = try Moment.today()
    guard self < today else { return }
    throw CommandError(
      .usage, "the next visit cannot be on \(iso).", why: "That day is over: today is \(today.iso).",
      next: "Name today or a day to come.")
  }
}
