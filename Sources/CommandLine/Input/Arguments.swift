import ArgumentParser
import Care
import Clinical

/// A day as it was typed, in any way that `SpokenDay` reads. Which day `tomorrow` is depends on the time zone of the
/// practice, which is known once the command is connected; so it is counted when it is asked for.
struct TypedDay: ExpressibleByArgument {
  private let text: String
  private let direction: SpokenDay.Direction

  /// Takes a day that can be read; one without a year is to come.
  init?(argument: String) {
    guard let typed = try? TypedDay(argument, .toCome) else { return nil }
    self = typed
  }

  private init(_ text: String, _ direction: SpokenDay.Direction) throws {
    (self.text, self.direction) = (text, direction)
    _ = try day
  }

  /// Takes a day that is over: `12 April` is the last one.
  @Sendable static func past(_ text: String) throws -> TypedDay { try TypedDay(text, .past) }

  var day: CalendarDate {
    get throws {
      guard let day = SpokenDay(text, direction, today: try .today()).day else { throw CalendarDate.unreadable(text) }
      return day
    }
  }
}

/// A length of time from now on: `14d`, `36h`, `2w`.
struct Period: ExpressibleByArgument {
  let seconds: Int
  private let written: String

  init?(argument: String) {
    guard let unit = argument.utf8.last, let size = Self.sizes[unit], argument.utf8.count <= 5,
      argument.utf8.dropLast().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let count = Int(argument.dropLast()), count > 0
    else { return nil }
    seconds = count * size
    written = argument
  }

  private static let sizes: [UInt8: Int] = [
    UInt8(ascii: "h"): 3600, UInt8(ascii: "d"): 86_400, UInt8(ascii: "w"): 604_800,
  ]
  var defaultValueDescription: String { written }
  static let twoWeeks = Period(seconds: 14 * 86_400, written: "14d")
  static let aYear = Period(seconds: 52 * 604_800, written: "52w")

  private init(seconds: Int, written: String) {
    self.seconds = seconds
    self.written = written
  }
}
