import Foundation
import Handout
import PlanSamples
import Testing

@Suite struct PaperTests {
  private func print(_ name: String = "Marta Lind", paper: Paper = .a4) throws -> [UInt8] {
    try Handout(SamplePlans.ofCase(0, name: name), content: SamplePlans.pack.get()).pdf(paper: paper)
  }

  @Test func equalInputGivesEqualBytes() throws {
    #expect(try print() == print())
  }

  @Test(arguments: Paper.allCases)
  func isASoundFileOnItsPaper(paper: Paper) async throws {
    let file = try PrintedFile(print(paper: paper))
    defer { file.remove() }
    #expect(try await file.output(of: "qpdf", ["--check"]).contains("No syntax or stream encoding errors found"))
    #expect(
      try await file.output(of: "pdfinfo").contains(
        paper == .a4 ? "595.276 x 841.89 pts (A4)" : "612 x 792 pts (letter)"))
  }

  @Test(arguments: [
    "Zoë Müller-Łukasz", "Ελένη Παπαδοπούλου", "Анна Петрова", "محمد العلي", "דוד כהן", "王小明", "鈴木 一郎", "김민준",
    "สมชาย น้ำใจ",
    "प्रिया शर्मा", "ნინო", "Sam 🙂 Lee 👩🏽‍⚕️ ❤️",
  ])
  func aNameInAnyScriptIsEmbeddedAndReadable(name: String) async throws {
    let file = try PrintedFile(print(name))
    defer { file.remove() }
    let fonts = try await file.output(of: "pdffonts").split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts { #expect(font.contains(/yes +yes +yes/), "embedded, subset, readable: \(font)") }
    let words = Words(paper: try await file.output(of: "pdftotext", ["-raw"], then: ["-"])).characters
    #expect(words.contains(Words(export: name.canonicalForTest).characters))
  }

  /// The questions of two people of the articles that this was made for: a cycle of medicine? Is it in the family? The
  /// curve? A nerve or the disc? Whom to see? And his mood.
  @Test(arguments: [
    (
      "v33_judy",
      [
        "Relief by medicine, return after stopping", "Family build or learned posture",
        "Have your spine checked for a curve",
        "Your physician decides on medicine.",
      ]
    ),
    (
      "v32_husband",
      [
        "Nerve pressed at the side of the neck", "Muscles guard a disc or joint problem", "See a physiotherapist",
        "Talk about low mood",
      ]
    ),
  ])
  func whatAClientAskedIsAnsweredOnTheFirstPage(name: String, answers: [String]) async throws {
    let plan = try #require(try SamplePlans.ofVignettes().first { $0.name == name }).plan
    let file = try PrintedFile(Handout(plan, content: SamplePlans.pack.get()).pdf())
    defer { file.remove() }
    let first = Words(paper: try await file.output(of: "pdftotext", ["-raw", "-l", "1"], then: ["-"])).characters
    for answer in answers { #expect(first.contains(Words(export: answer).characters), "\(answer)") }
  }

  @Test func showsACharacterThatNoFontHas() async throws {
    let file = try PrintedFile(print("A\u{E000}B"))
    defer { file.remove() }
    #expect(try await file.output(of: "pdftotext", then: ["-"]).contains("A[U+E000]B"))
  }

  @Test func holdsNothingActive() async throws {
    let file = try PrintedFile(print())
    defer { file.remove() }
    let plain = try await file.output(of: "qpdf", ["--qdf", "--object-streams=disable"], then: ["-"])
    for key in ["/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch", "/EmbeddedFile"] {
      #expect(!plain.contains(key + " "))
    }
  }

  @Test func saysWhatItIsToAReader() async throws {
    let file = try PrintedFile(print())
    defer { file.remove() }
    let information = try await file.output(of: "pdfinfo")
    #expect(information.contains(/Title: +Home-care plan for Marta Lind/))
    #expect(information.contains(/Tagged: +yes/))
    #expect(information.contains(/JavaScript: +no/))
    let structure = try await file.output(of: "pdfinfo", ["-struct"])
    for element in ["Figure", "H1", "H2", "H3", "LI", "TR", "Link"] { #expect(structure.contains(element)) }
  }
}

extension String {
  /// Emoji are drawn without joiners and variation selectors.
  fileprivate var canonicalForTest: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }))
  }
}
