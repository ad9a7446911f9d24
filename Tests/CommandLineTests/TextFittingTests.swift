import Testing
import Typesetting

@testable import CommandLine

@Suite struct TextFittingTests {
  @Test(arguments: 1...12)
  func shortensToTheWidthAndSaysSo(width: Int) {
    let shortened = "Zoë 🧘🏽 O'Hara 陈波".shortened(to: width)
    #expect(shortened.displayWidth <= width)
    #expect(shortened.hasSuffix("…"))
  }

  @Test func leavesAloneWhatFits() {
    #expect("陈波".shortened(to: 4) == "陈波")
  }

  @Test(arguments: [4, 10, 17, 72])
  func wrapsWithoutLosingALetter(width: Int) {
    let text = "Zoë 🧘🏽 O'Hara 陈波陈波陈波陈波 and-a-very-long-word-without-any-space at the end"
    let lines = text.lines(upTo: width)
    #expect(lines.allSatisfy { $0.displayWidth <= width })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
