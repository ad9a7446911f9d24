import Clinical
import Delivery
import Foundation
import Installation
import JSON
import Testing

@Suite struct FilledLetterTests {
  private let letters: Letters

  init() throws { letters = try Letters(files: ShareDirectory.contentFiles()) }

  private func letter(_ kind: Letter.Kind, practice: String = "Stillwater", visit: CalendarDate? = nil) -> FilledLetter
  {
    FilledLetter(
      kind, from: letters,
      FilledLetter.Details(
        practice: practice, colour: nil, phone: "555 0100", therapist: "Mira", visit: visit,
        link: kind.isToClient ? "https://a.example/i/LINK" : nil,
        stop: kind.isToClient ? "https://a.example/s/STOP" : nil))
  }

  @Test(arguments: Letter.Kind.allCases) func saysTheSameAsTextAndAsHTML(_ kind: Letter.Kind) {
    let letter = letter(kind, visit: CalendarDate(year: 2026, month: 12, day: 8))
    func words(_ text: String) -> [Substring] {
      text.split { !$0.isLetter && !$0.isNumber }
    }
    let body = letter.html.split(separator: "<body").last.map(String.init) ?? ""
    let shown = body.replacing(/^[^>]*>/, with: "").replacing(/<[^>]*>/, with: " ")
      .replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
    #expect(words(letter.plain) == words(shown))
    #expect(!letter.plain.contains("{") && !letter.sms.contains("{") && !letter.subject.contains("{"))
  }

  @Test(arguments: Letter.Kind.allCases) func carriesItsLinkAndTheOneThatStopsThem(_ kind: Letter.Kind) {
    let letter = letter(kind)
    for text in [letter.plain, letter.html] {
      #expect(text.contains("https://a.example/i/LINK") == kind.isToClient)
      #expect(text.contains("https://a.example/s/STOP") == kind.isToClient)
    }
    #expect(letter.sms.contains("/s/STOP") == kind.isToClient)
  }

  @Test func namesTheDayOfAVisit() {
    let day = CalendarDate(year: 2026, month: 12, day: 8)
    #expect(letter(.invite, visit: day).plain.contains("before your visit on Tuesday 8 December"))
    #expect(!letter(.invite).plain.contains("before your visit"))
    #expect(letter(.nextVisit, visit: day).subject == "Stillwater: your visit on Tuesday 8 December")
  }

  @Test func keepsANameText() {
    let letter = letter(.invite, practice: "<b>{link}</b> & \"Co\"")
    #expect(letter.subject.contains("<b>{link}</b>"), "what stands in a name is no place")
    #expect(letter.html.contains("&lt;b&gt;{link}&lt;/b&gt; &amp; &quot;Co&quot;") && !letter.html.contains("<b>"))
  }

  /// Every word of a title of a flag, a cause, a finding, a region, a muscle, an item or a symptom, except those that
  /// everybody uses about anything.
  @Test(arguments: Letter.Kind.allCases) func holdsNoHealthWord(_ kind: Letter.Kind) throws {
    let health = try Self.healthWords()
    #expect(health.count > 500 && health.isSuperset(of: ["pain", "spasm", "neck", "stretch"]))
    let letter = letter(kind, practice: "Stillwater", visit: CalendarDate(year: 2026, month: 12, day: 8))
    let said = Self.words(letter.subject + " " + letter.plain + " " + letter.sms)
    #expect(said.intersection(health) == [])
  }

  private static func healthWords() throws -> Set<String> {
    let titles = try ["redflags", "hypotheses", "findings", "regions", "homecare"].flatMap { name in
      Self.titles(in: try JSON(parsing: ShareDirectory.contentFiles()[name] ?? []))
    }
    return words(titles.joined(separator: " ")).subtracting(ordinary)
  }

  private static func titles(in json: JSON) -> [String] {
    if let elements = json.array { return elements.flatMap { Self.titles(in: $0) } }
    return (json.members ?? []).flatMap { member in
      ["title", "label", "name"].contains(member.key) ? [member.value.string ?? ""] : Self.titles(in: member.value)
    }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 2 })
  }

  /// Words of titles that say nothing about health by themselves.
  private static let ordinary: Set = [
    "about", "all", "alone", "also", "and", "any", "are", "ask", "asks", "been", "before", "call", "can", "for",
    "form", "from", "going", "has", "have", "how", "its", "keep", "know", "last", "link", "look", "messages",
    "minutes", "more", "need", "needs", "new", "not", "now", "one", "open", "our", "page", "phone", "please", "put",
    "read", "say", "send", "still", "takes", "that", "the", "then", "there", "this", "time", "today", "together",
    "true", "two", "until", "want", "what", "which", "will", "with", "year", "you", "your",
  ]
}

extension Letter.Kind {
  fileprivate var isToClient: Bool { self != .notice && self != .test }
}
