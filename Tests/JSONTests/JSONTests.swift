import JSON
import Testing

struct JSONTests {
  private func parse(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

  @Test func tellsWholeNumbersFromDecimals() throws {
    #expect(
      try parse("[7, 7.0, -0, 1e2, 12345678901234567168]")
        == .array([.integer(7), .decimal(7), .integer(0), .decimal(100), .decimal(12_345_678_901_234_567_168)]))
  }

  @Test func readsEveryEscape() throws {
    #expect(try parse(#""\"\\\/\b\f\n\r\té😀""#) == .string("\"\\/\u{8}\u{C}\n\r\té😀"))
  }

  @Test(arguments: [
    "", " ", "tru", "nul", "01", "1.", ".5", "-", "+1", "1e", "NaN", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\\ud83d\"",
    "\"\\ud83d\\u0041\"", "\"\\udc00\"", "\"a\nb\"", "[1,]", "[1 2]", "{\"a\" 1}", "{\"a\":1,}", "{a:1}",
    "{\"a\":1,\"a\":2}",
    "1 2", "[", "{", "\u{FEFF}1", "1e400", "'a'", "//", "[1}",
  ])
  func refusesWhatIsNotJSON(_ text: String) {
    #expect(throws: JSONFault.self) { try parse(text) }
  }

  @Test func refusesBytesThatAreNotUTF8() {
    #expect(throws: JSONFault.self) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
    #expect(throws: JSONFault.self) { try JSON(parsing: [0x22, 0xC0, 0x80, 0x22]) }
  }

  @Test func writesWhatItRead() throws {
    let text = #"{"z":[1,2.5,null,true],"a":{"b":"é\"\\\n\u0001\u007f😀","c":[],"d":{}}}"#
    #expect(String(decoding: try parse(text).bytes, as: UTF8.self) == text)
    #expect(
      try parse(#"{"a":[1,{"b":[]}],"c":{}}"#).indentedText
        == "{\n \"a\": [\n  1,\n  {\n   \"b\": []\n  }\n ],\n \"c\": {}\n}")
  }
}
