import Clinical
import JSON
import Testing

@testable import CommandLine

@Suite struct CSVTests {
  @Test(arguments: ["=1+1", "+351 912", "-2", "@sum", "\tx", "\rx"])
  func neverLetsTextRunAsAFormula(text: String) {
    #expect(CSV.cell(.string(text)).contains("'" + text))
    #expect(CSV.cell(.array([.string(text)])).contains("'" + text))
  }

  @Test func numbersStayNumbers() {
    #expect(CSV.cell(.integer(-2)) == "-2")
    #expect(CSV.cell(.decimal(2.5)) == "2.5")
  }

  @Test func quotesWhatWouldBreakALine() {
    #expect(CSV.line(["a,b", "say \"ah\"", "two\nlines", nil]) == "\"a,b\",\"say \"\"ah\"\"\",\"two\nlines\",\r\n")
  }
}
