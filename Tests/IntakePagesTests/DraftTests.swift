import Clinical
import Foundation
import Records
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

  @Test func hasOneDigestForTheSameAnswers() throws {
    var (first, second) = (draft(), draft())
    #expect(first.digest() == second.digest())
    first.place = "check"
    #expect(first.digest() == second.digest())
    second.fields["contact.full_name"] = ["Zoe"]
    #expect(first.digest() != second.digest())
  }

  @Test func recordsHowTheAnswersWereGiven() throws {
    let pack = try ShareDirectory.contentPack()
    let recorded = draft().recording(Answers(["safety.fever": .text("no")]), pack: pack)
    #expect(recorded["form.no_to_rest"] == .choices(["safety.fever"]))
    #expect(recorded["form.consent_sha256"] == .text(pack.consentTextHash))
    #expect(pack.consentTextHash.utf8.count == 64)
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

  @Test func writesTheCopyToKeepAsPlainText() {
    let copy = SentCopy(
      practice: "Stillwater", therapist: "Mira", messages: ["See a doctor."],
      sections: [.init(id: "contact", title: "About you", answers: [.init(question: "Full name", lines: ["Zoë"])])])
    #expect(
      copy.text(sentOn: "21 November 2026", code: "k7f3") == """
        Stillwater: your intake form
        Sent on 21 November 2026 to Mira. Code k7f3.

        See a doctor.

        About you
        ---------
        Full name
          Zoë

        """)
  }
}
