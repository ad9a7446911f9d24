import Clinical
import JSON
import Testing

@testable import CommandLine

@Suite struct TerminalSafetyTests {
  private let hostile = "Ana\u{1B}]0;owned\u{7}\u{1B}[2J\r\n\u{9B}31m\u{202E}gnp\u{7F}"

  @Test func storedEscapeSequencesNeverReachTheTerminal() {
    let shown = StyledText(hostile).rendered(false)
    #expect(shown.unicodeScalars.filter { $0.steersTerminal }.isEmpty)
    #expect(shown.contains("␛"))
  }

  @Test func jsonKeepsEveryScalarAndStaysHarmless() throws {
    let text = JSON.string(hostile).text()
    #expect(text.unicodeScalars.filter { $0.steersTerminal }.isEmpty)
    #expect(try JSON(parsing: Array(text.utf8)) == .string(hostile))
  }

  @Test func onlyTheProgramSteersTheTerminal() {
    #expect(StyledText("\u{1B}[31mred", .bold).rendered(true) == "\u{1B}[1m␛[31mred\u{1B}[0m")
  }
}
