import Foundation
import Testing

@testable import Records

@Suite struct TimestampTests {
  @Test(arguments: [
    ("1970-01-01 00:00:00+00", 0), ("2026-11-21 08:25:19.145846+00", 1_795_249_519.145846),
    ("2024-02-29 23:59:59.5+00", 1_709_251_199.5), ("1969-12-31 23:59:59+00", -1),
    ("2026-11-21T10:25:19+02:00", 1_795_249_519), ("2026-11-21 03:55:19-04:30", 1_795_249_519),
    ("0001-01-01 00:00:00+00", -62_135_596_800), ("9999-12-31 23:59:59+00", 253_402_300_799),
  ])
  func readsWhatPostgreSQLWrites(text: String, seconds: Double) throws {
    #expect(try #require(Timestamp(text)).date == Date(timeIntervalSince1970: seconds))
  }

  @Test(arguments: [
    "", "infinity", "2026-11-21", "2026-11-21 08:25:19", "2026-02-30 00:00:00+00", "2026-11-21 08:25:19+00 BC",
    "2026-11-21 08:25:19+0", "+026-11-21 08:25:19+00",
  ])
  func refusesAnythingElse(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test(arguments: [0, 1, -1, 0.000001, 1_795_249_519.145846, -62_135_596_800, 253_402_300_799.5])
  func readsItsOwnTextBack(seconds: Double) throws {
    let timestamp = Timestamp(Date(timeIntervalSince1970: seconds))
    let read = try #require(Timestamp(timestamp.text))
    #expect(abs(read.date.timeIntervalSince1970 - seconds) < 0.000_001)
  }
}
