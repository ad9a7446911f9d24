import Clinical
import JSON
import Testing

@testable import CommandLine

@Suite struct CSVTests {
  @Test(arguments: ["=1+1", "+351 912", "-2", "@sum", "\tx", "\rx", "＝1", "＠a", " =1", "\u{A0}+1"])
  func neverLetsTextRunAsAFormula(text: String) {
    for value in [JSON.string(text), .array([.string(text)])] {
      let cell = CSV().cell(value).drop { $0 == "\"" || $0.isWhitespace && $0 != "\t" && !$0.isNewline }
      #expect(cell.hasPrefix("'"))
      #expect(cell.dropFirst().trimmingPrefix("'").first == text.drop { $0 == " " || $0 == "\u{A0}" }.first)
    }
  }

  @Test func aSemicolonOrALineBreakBeginsNoFormulaEither() {
    #expect(CSV().cell("a;=1") == "\"a;'=1\"" && CSV().cell("a\n@b") == "\"a\n'@b\"")
  }

  @Test(arguments: ["0351", "912345678901", "9e12", "1.5E-3"])
  func whatASpreadsheetWouldRewriteAsANumberIsText(text: String) {
    #expect(CSV().cell(.string(text)) == "'" + text)
  }

  @Test(arguments: ["7", "2026-11-24", "10.5", "k7f3", "0", "90210"])
  func whatASpreadsheetKeepsStaysAsItIs(text: String) {
    #expect(CSV().cell(.string(text)) == text)
  }

  @Test func theExactFormChangesNothing() {
    let exact = CSV(isExact: true)
    #expect(exact.line(["=1", "0351", "a\u{202E}b"]) == "=1,0351,a\u{202E}b\r\n")
  }

  @Test func numbersStayNumbers() {
    #expect(CSV().cell(.integer(-2)) == "-2")
    #expect(CSV().cell(.decimal(2.5)) == "2.5")
  }

  @Test func quotesWhatWouldBreakALine() {
    #expect(CSV().line(["a,b", "say \"ah\"", "two\nlines", nil]) == "\"a,b\",\"say \"\"ah\"\"\",\"two\nlines\",\r\n")
  }
}
