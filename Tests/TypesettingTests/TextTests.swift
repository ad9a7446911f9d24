import Testing
import Typesetting

@Suite struct TextTests {
  @Test(arguments: [
    ("a\u{A0}\t b\u{3000}c", "a b c"), ("e\u{301}", "é"), ("soft\u{AD}hyphen", "softhyphen"), ("a\u{202E}b", "ab"),
    ("❤\u{FE0F}", "❤"), ("\u{0}x\u{7F}", "x"), ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("  a  ", "a"),
    ("1\u{2011}2", "1-2"),
  ])
  func aStringHasOneSpelling(text: String, canonical: String) {
    #expect(Array(text.canonical.unicodeScalars) == Array(canonical.unicodeScalars))
  }

  @Test(arguments: [("abc", 3), ("王小明", 6), ("e\u{301}", 1), ("👩🏽‍⚕️", 2), ("🇸🇪", 2), ("สมชาย", 5), ("", 0)])
  func widthIsThatOfATerminal(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func linesBreakAtSpacesAndBetweenWideCharacters() {
    #expect("one two three".wrapped(to: 7) == ["one two", "three"])
    #expect("王小明王小明".wrapped(to: 5) == ["王小", "明王", "小明"])
    #expect("「王」。".wrapped(to: 4) == ["「王", "」。"] || "「王」。".wrapped(to: 8) == ["「王」。"])
    #expect(
      "well-known".wrapped(to: 6) == ["well-k", "nown"] || "well-known word".wrapped(to: 10) == ["well-known", "word"])
  }

  @Test func anAddressIsNeverCut() {
    #expect("see https://example.test/a/long/path now".wrapped(to: 12).contains("https://example.test/a/long/path"))
  }

  @Test func aCharacterWithoutGlyphIsNamed() {
    #expect("x\u{E000}".legible == "x[U+E000]")
    #expect("Zoë 王 🙂".legible == "Zoë 王 🙂")
  }
}
