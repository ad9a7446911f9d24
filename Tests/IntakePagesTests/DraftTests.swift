import Clinical
import Foundation
import Installation
import Sealing
import Testing

@testable import IntakePages

@Suite struct DraftTests {
  private func draft() -> Draft {
    var draft = Draft(submissionKey: UUID())
    draft.fields["contact.full_name"] = ["Zoë <b>"]
    draft.fields["visit.goals"] = ["relax", "find_cause"]
    draft.noToTheRest = ["safety.fever"]
    draft.place = "5.2"
    return draft
  }

  @Test func opensForTheKeyAndLinkItWasSealedUnder() throws {
    let (draft, key, token) = (draft(), DraftKey(), LinkToken())
    let sealed = try draft.sealed(under: key, for: token)
    #expect(try Draft(opening: sealed, under: key, for: token) == draft)
    #expect(throws: (any Error).self) { try Draft(opening: sealed, under: DraftKey(), for: token) }
    #expect(throws: (any Error).self) { try Draft(opening: sealed, under: key, for: LinkToken()) }
  }

  @Test func recordsHowTheAnswersWereGiven() throws {
    let path = FormPath(pack: try ShareDirectory.contentPack(), hidden: [])
    let sheet = AnswerSheet(Answers(["safety.fever": .text("no")]), for: path.pack)
    let recorded = try Answers(draft().recording(sheet, path))
    #expect(recorded["safety.fever"] == .text("no"))
    #expect(recorded["form.no_to_rest"] == .choices(["safety.fever"]))
    #expect(recorded["form.consent_sha256"] == .text(path.consentTextHash))
    #expect(path.consentTextHash.utf8.count == 64)
  }

  @Test func keepsFieldsOfOtherPages() {
    var fields = draft().fields
    var posted = FieldValues()
    posted["contact.full_name"] = ["Zoe"]
    posted["practice_id"] = ["2"]
    fields.replace(where: { $0.hasPrefix("contact.") }, from: posted)
    #expect(fields["contact.full_name"] == ["Zoe"])
    #expect(fields["visit.goals"] == ["relax", "find_cause"])
    #expect(fields["practice_id"].isEmpty)
  }

  @Test func writesTheCopyToKeepAsPlainText() throws {
    let pack = try ShareDirectory.contentPack()
    let answers = Answers(["contact.full_name": .text("Zoë"), "safety.bladder_bowel": .text("yes")])
    let copy = SentCopy(practice: "Stillwater", therapist: "Mira", sheet: AnswerSheet(answers, for: pack))
    let text = copy.text(sentAt: Date(timeIntervalSince1970: 1_795_248_300), code: "k7f3", in: English())
    #expect(
      text.hasPrefix(
        """
        Stillwater: your intake form
        Sent on 21 November 2026, 08:05 UTC to Mira. Code k7f3.

        \(copy.messages.joined(separator: "\n\n"))

        """))
    #expect(!copy.messages.isEmpty)
    #expect(text.contains("\n  Zoë\n"))
  }
}
