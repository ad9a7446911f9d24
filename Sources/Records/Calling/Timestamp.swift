import Clinical
import Foundation

/// A moment in the text form of PostgreSQL's timestamptz, to the microsecond: `2026-11-21 08:25:19.145846+00`; JSON
/// has a `T` in place of the space.
struct Timestamp {
  let date: Date

  init(_ date: Date) {
    self.date = date
  }

  init?(_ text: String) {
    var digits = Digits(rest: Array(text.utf8)[...])
    guard let year = digits.take(4), digits.skip("-"), let month = digits.take(2), digits.skip("-"),
      let day = digits.take(2), digits.skip(" ") || digits.skip("T"),
      let hour = digits.take(2), digits.skip(":"), let minute = digits.take(2), digits.skip(":"),
      let second = digits.take(2), CalendarDate(year: year, month: month, day: day) != nil
    else { return nil }
    let microsecond = digits.skip(".") ? digits.takeFraction(6) : 0
    guard let offset = digits.takeOffset() else { return nil }
    let days = Self.daysSince1970(year: year, month: month, day: day)
    let seconds = days * 86400 + hour * 3600 + minute * 60 + second - offset
    date = Date(timeIntervalSince1970: Double(seconds) + Double(microsecond) / 1_000_000)
  }

  var text: String {
    let microseconds = Int((date.timeIntervalSince1970 * 1_000_000).rounded())
    let (seconds, fraction) = microseconds.quotientAndRemainder(floor: 1_000_000)
    let (days, second) = seconds.quotientAndRemainder(floor: 86400)
    let (year, month, day) = Self.civil(daysSince1970: days)
    func padded(_ value: Int, _ width: Int = 2) -> String {
      String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }
    let clock = "\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60)).\(padded(fraction, 6))"
    return "\(padded(year, 4))-\(padded(month))-\(padded(day)) \(clock)+00"
  }

  /// Counts days in the proleptic Gregorian calendar, in eras of 400 years that begin on 1 March.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let (era, yearOfEra) = year.quotientAndRemainder(floor: 400)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = (days + 719_468).quotientAndRemainder(floor: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}

/// A reader of ASCII digits at the front of a text.
private struct Digits {
  var rest: ArraySlice<UInt8>

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, Unicode.Scalar(first) == character else { return false }
    rest.removeFirst()
    return true
  }

  mutating func take(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    rest.removeFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Returns the digits after a decimal point as a whole number of `places` digits.
  mutating func takeFraction(_ places: Int) -> Int {
    var value = 0
    for _ in 0..<places { value = value * 10 + (take(1) ?? 0) }
    while take(1) != nil {}
    return value
  }

  /// Returns the offset in seconds east of Greenwich; nil if anything follows it.
  mutating func takeOffset() -> Int? {
    let sign = skip("+") ? 1 : skip("-") ? -1 : 0
    guard sign != 0 else { return skip("Z") && rest.isEmpty ? 0 : nil }
    guard let hours = take(2) else { return nil }
    let minutes = skip(":") ? take(2) : 0
    guard let minutes, rest.isEmpty else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}

extension Int {
  /// Divides and rounds down, so that the remainder is never negative.
  fileprivate func quotientAndRemainder(floor divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
