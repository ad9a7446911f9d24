import ArgumentParser
import Clinical

extension CalendarDate: ExpressibleByArgument {
  package init?(argument: String) { self.init(iso: argument) }
  package var defaultValueDescription: String { iso }
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
