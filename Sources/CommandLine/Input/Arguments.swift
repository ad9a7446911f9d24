import ArgumentParser
import Care
import Clinical
import Foundation

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

/// How long something works: `14d`, `36h`, `2w` from now on, or until a day is over, in any way that `SpokenDay` reads.
struct Period: ExpressibleByArgument {
  private enum Length {
    case seconds(Int)
    case until(TypedDay)
  }

  private let length: Length
  private let written: String

  init?(argument: String) {
    if let seconds = Self.seconds(argument) {
      length = .seconds(seconds)
    } else if let day = TypedDay(argument: argument) {
      length = .until(day)
    } else {
      return nil
    }
    written = argument
  }

  /// The moment at which it is over.
  var end: Date {
    get throws {
      switch length {
      case .seconds(let seconds): return Date(timeIntervalSinceNow: TimeInterval(seconds))
      case .until(let day):
        guard let end = try day.day.endOfDay, end > Date() else {
          throw CommandError(.usage, "“\(written)” is over.", next: "Say a day to come, or a length such as 14d.")
        }
        return end
      }
    }
  }

  private static func seconds(_ argument: String) -> Int? {
    guard let unit = argument.utf8.last, let size = sizes[unit], argument.utf8.count <= 5,
      argument.utf8.dropLast().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let count = Int(argument.dropLast()), count > 0
    else { return nil }
    return count * size
  }

  private static let sizes: [UInt8: Int] = [
    UInt8(ascii: "h"): 3600, UInt8(ascii: "d"): 86_400, UInt8(ascii: "w"): 604_800,
  ]
  var defaultValueDescription: String { written }
  static let twoWeeks = Period(seconds: 14 * 86_400, written: "14d")
  static let aYear = Period(seconds: 52 * 604_800, written: "52w")

  private init(seconds: Int, written: String) {
    length = .seconds(seconds)
    self.written = written
  }
}
