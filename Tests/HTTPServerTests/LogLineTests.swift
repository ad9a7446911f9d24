import Foundation
import Testing

@testable import HTTPServer

struct LogLineTests {
  @Test func staysOneLineOfJSONWhateverItHolds() throws {
    let hostile = "a\"b\\c\r\n\u{1b}[31m\0\u{7f}é"
    var line = LogLine("request", at: HTTPDate())
    line.add("value", hostile)
    line.add("status", 200)
    line.add("ms", milliseconds: .microseconds(1_002_003))
    let text = line.text
    #expect(!text.utf8.contains { $0 < 0x20 || $0 == 0x7F })
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["value"] as? String == hostile)
    #expect(object["status"] as? Int == 200)
    #expect(object["ms"] as? Double == 1002.003)
    #expect(object["event"] as? String == "request")
  }
}
