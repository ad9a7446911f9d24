import Foundation
import Logging
import Synchronization
import Testing

@testable import IntakePages

struct JSONLogHandlerTests {
  @Test func writesOneLineOfJSONWhateverItHolds() throws {
    let lines = Mutex<[UInt8]>([])
    let logger = Logger(label: "test") { _ in JSONLogHandler { line in lines.withLock { $0 += line } } }
    let hostile = "a\"b\\c\r\n\u{1b}[31m\0\u{7f}é"
    logger.info(
      "request",
      metadata: ["value": "\(hostile)", "status": .stringConvertible(200), "ms": .stringConvertible(1002.003)])
    let line = lines.withLock { $0 }
    #expect(line.last == UInt8(ascii: "\n") && !line.dropLast().contains { $0 < 0x20 || $0 == 0x7F })
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    #expect(object["value"] as? String == hostile)
    #expect(object["status"] as? Int == 200)
    #expect(object["ms"] as? Double == 1002.003)
    #expect(object["event"] as? String == "request")
    #expect(try Date(#require(object["time"] as? String), strategy: .iso8601).timeIntervalSinceNow > -60)
  }

  @Test func staysSilentBelowItsLevel() {
    let lines = Mutex(0)
    let logger = Logger(label: "test") { _ in JSONLogHandler { _ in lines.withLock { $0 += 1 } } }
    logger.debug("detail")
    logger.warning("database")
    #expect(lines.withLock { $0 } == 1)
  }
}
