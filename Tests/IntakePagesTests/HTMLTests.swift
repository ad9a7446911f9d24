import Testing

@testable import IntakePages

@Suite struct HTMLTests {
  @Test func writesTextThatCannotBecomeMarkup() {
    let name = "<script>alert('x')</script> & \"you\""
    let page: HTML = "<p title=\"\(name)\">\(name)</p>"
    let safe = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;you&quot;"
    #expect(page.markup == "<p title=\"\(safe)\">\(safe)</p>")
  }

  @Test func keepsCarriageReturnsThatBrowsersWouldDrop() {
    #expect(HTML.escaped("a\r\nb") == "a&#13;\nb")
  }

  @Test func leavesPiecesOutWhenTheirConditionFails() {
    let piece: HTML = "<i\(" checked", if: false)\(" open", if: true)>"
    #expect(piece.markup == "<i open>")
  }
}

@Suite struct ColourTests {
  @Test(arguments: ["000000", "ffffff", "ffff00", "1f6b61", "7f7f7f", "ff0000", "00ffcc"])
  func makesEveryPracticeColourReadable(_ hex: String) throws {
    let sheet = Stylesheet(practiceColour: hex).text
    let accents = sheet.matches(of: /--accent:#([0-9a-f]{6})/).compactMap { WebColour(hex: String($0.output.1)) }
    let (paper, night) = (try #require(WebColour(hex: "fbfaf7")), try #require(WebColour(hex: "14191a")))
    try #require(accents.count == 2)
    #expect(accents[0].contrast(with: paper) >= 4.5)
    #expect(accents[0].contrast(with: .white) >= 4.5)
    #expect(accents[1].contrast(with: night) >= 4.5)
  }

  @Test func measuresContrastAsTheGuidelinesDo() throws {
    let grey = try #require(WebColour(hex: "767676"))
    #expect(abs(grey.contrast(with: .white) - 4.54) < 0.01)
  }

  @Test(arguments: ["1f6b61.css": true, "FFFFFF.css": false, "1f6b6.css": false, "1f6b61": false])
  func knowsOnlyItsOwnAddresses(_ colour: String, _ isKnown: Bool) {
    let version = Stylesheet.version
    #expect((Stylesheet(name: "\(version)-\(colour)") != nil) == isKnown)
    #expect(Stylesheet(name: "\(version + 1)-\(colour)") == nil && Stylesheet(name: "\(version - 1)-\(colour)") == nil)
    #expect(Stylesheet(name: colour) == nil)
  }
}
