import Clinical
import Crypto
import Foundation
import HTTPServer
import Records

extension IntakePages {
  /// Sends what the draft holds, if nothing is missing. The answer is given only after the database has committed.
  ///
  /// - Parameter version: of the stored draft; nil for a form that came in one piece.
  func send(_ draft: Draft, _ visit: Visit, key: DraftKey, version: Int? = nil) async throws -> Response {
    let reading = visit.reading(draft)
    let problems = visit.problems(reading)
    guard problems.isEmpty else {
      return CheckPage(visit: visit, draft: draft, reading: reading, problems: problems, wasRefused: true).page.response
    }
    let answers = visit.pack.pruned(reading.answers)
    let assessment = visit.pack.assess(answers)
    let copy = SentCopy(
      practice: visit.invite.practiceName, therapist: visit.invite.therapistName,
      messages: visit.pack.urgentFlags(of: assessment).map(\.clientMessage), sections: visit.sections(of: answers))
    do {
      _ = try await door.submitIntake(
        tokenHash: visit.token.hash, submissionKey: draft.submissionKey, digest: draft.digest(),
        intake: Intake.ID.new(), answers: draft.recording(answers, pack: visit.pack),
        contentVersion: visit.pack.version,
        raised: assessment.redFlags.compactMap(visit.pack.redFlag), massage: assessment.plan.massage,
        draftKeyHash: key.hash, sealedCopy: copy.sealed(under: key, for: visit.token), draftVersion: version)
    } catch Refusal.conflict {
      // Sent already, under another key or with other answers: the first one counts.
      return seeOther(visit.address(Place.receipt))
    }
    return seeOther(visit.address(Place.receipt), setting: key)
  }

  /// A form posted in one piece, by a program: judged as a whole, and sent.
  func sendWhole(_ form: FieldValues, _ submission: UUID, _ visit: Visit) async throws -> Response {
    guard !form.repeatsOne(where: visit.pack.question(owning:)) else { return Notice.unreadableForm }
    var draft = Draft(submissionKey: submission)
    draft.fields.replace(where: { visit.pack.question(owning: $0) != nil }, from: form)
    return try await send(draft, visit, key: visit.key ?? DraftKey())
  }
}

extension Draft {
  /// The same for the same answers, however often they are sent.
  func digest() -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, values) in fields.values.sorted(by: { $0.key < $1.key }) {
      // No form holds a NUL, so nothing that differs is written alike.
      for text in [name] + values {
        bytes += text.utf8
        bytes.append(0)
      }
      bytes.append(0)
    }
    return Array(SHA256.hash(data: bytes))
  }

  /// The answers with what must be known about how they were given: which "no" came from "No to all the rest on this
  /// page", and the very text that was agreed to.
  func recording(_ answers: Answers, pack: ContentPack) -> Answers {
    var answers = answers
    let swept = noToTheRest.filter { answers[$0] != nil }.sorted()
    if !swept.isEmpty {
      answers["form.no_to_rest"] = .choices(swept.map { Question.Choice.ID(rawValue: $0.rawValue) })
    }
    answers["form.consent_sha256"] = .text(pack.consentTextHash)
    return answers
  }
}

extension ContentPack {
  /// SHA-256, in hexadecimal, over the lines `id`, tab, `text` of every consent item in the order of the form.
  var consentTextHash: String {
    let lines = questions.filter { $0.section == "consent" }.map { "\($0.id)\t\($0.text)\n" }
    let digest = SHA256.hash(data: Data(lines.joined().utf8))
    return digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
