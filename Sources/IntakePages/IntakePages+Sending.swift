import Clinical
import Cryptography
import Foundation
import HTTPServer
import JSON
import Records
import Sealing

extension IntakePages {
  /// Sends what the draft holds, if nothing is missing.
  ///
  /// - Parameter version: the version of the stored draft; nil for a form posted in one piece.
  func send(_ draft: Draft, _ visit: LinkVisit, version: Int? = nil) async throws -> Response {
    let reading = visit.reading(draft)
    guard reading.problems.isEmpty else {
      return CheckPage(visit: visit, draft: draft, reading: reading, unsentReason: .incomplete).page.response
    }
    let key = visit.key ?? DraftKey()
    do {
      let (receipt, isOnSharedDevice) = try await submit(
        draft, reading, visit.path, for: visit.token, key: key, version: version)
      if isOnSharedDevice { return leave(visit.token) }
      return receipt.outcome == .sameAnswers
        ? Notice.sameAnswers(receipt, visit.letterhead) : showReceipt(of: visit.token, key)
    } catch Refusal.blocked {
      return CheckPage(visit: visit, draft: draft, reading: reading, unsentReason: .linkIsFull).page.response
    }
  }

  /// Checks and sends a form that a program posted in one piece.
  func sendWhole(_ draft: Draft, _ visit: LinkVisit) async throws -> Response {
    guard !draft.fields.repeatsOne(where: visit.pack.question(owning:)) else { return Notice.unreadableForm }
    return try await send(draft, visit)
  }

  /// Sends a form posted in one piece without opening its link first: the content in use is nearly always the one that
  /// the link asks for, and the database refuses any other. That is one call of the database, and before it another one
  /// for the link's practice, whose day it is judged by, if the link was not used lately.
  ///
  /// - Returns: nil when the link must be opened first, to report problems, to read the form by other content, or to say
  ///   in the practice's name that the same answers came before.
  func sendAtOnce(_ form: FieldValues, for token: LinkToken, key: DraftKey?) async throws -> Response? {
    guard let submission = form.submissionKey, let path = await content.latest, path.pack.ownsAny(of: form),
      !form.repeatsOne(where: path.pack.question(owning:))
    else { return nil }
    let draft = Draft(submissionKey: submission, fields: form)
    let zone = try await door.practice(of: token.hash).zone
    let reading = AnswerReading(form, path: path, today: CalendarDate(now(), in: zone))
    guard reading.problems.isEmpty else { return nil }
    let key = key ?? DraftKey()
    do {
      let (receipt, isOnSharedDevice) = try await submit(draft, reading, path, for: token, key: key)
      if isOnSharedDevice { return leave(token) }
      return receipt.outcome == .sameAnswers ? nil : showReceipt(of: token, key)
    } catch Refusal.stale, Refusal.blocked {
      return nil
    }
  }

  /// Stores the submission, and returns only after the database has committed.
  private func submit(
    _ draft: Draft, _ reading: AnswerReading, _ path: FormPath, for token: LinkToken, key: DraftKey, version: Int? = nil
  ) async throws -> (receipt: Door.Receipt, isOnSharedDevice: Bool) {
    let sheet = reading.sheet.pruned
    let raised = sheet.redFlags
    let answers = draft.recording(sheet, path).text
    return try await door.submitIntake(
      tokenHash: token.hash, submissionKey: draft.submissionKey, digest: reading.digest, intake: Intake.ID.new(),
      answers: answers, contentVersion: path.pack.version,
      raised: raised, massage: raised.map(\.massage).max() ?? .ok,
      draftKeyHash: key.hash, sealedCopy: SentCopy.seal(answers, under: key, for: token), draftVersion: version)
  }

  /// The copy opens only for whoever sent these answers first.
  private func showReceipt(of token: LinkToken, _ key: DraftKey) -> Response {
    Response(status: 303, headers: [("Location", token.address(PagePath.receipt)), cookie.header(key, for: token)])
  }
}

extension ContentPack {
  /// Whether a field of the form is an answer to one of the questions.
  func ownsAny(of form: FieldValues) -> Bool {
    form.values.keys.contains { question(owning: $0) != nil }
  }
}

extension Draft {
  /// The answers, with a record of how they were given: which "no" came from "No to all the rest on this page", and the
  /// hash of the text that was agreed to.
  func recording(_ sheet: AnswerSheet, _ path: FormPath) -> JSON {
    var members = sheet.members
    let swept = noToTheRest.filter { sheet[$0] != nil }.sorted()
    if !swept.isEmpty { members.append(.init("form.no_to_rest", .array(swept.map { .string($0.rawValue) }))) }
    members.append(.init("form.consent_sha256", .string(path.consentTextHash)))
    return .object(members)
  }
}

extension ContentPack {
  /// The SHA-256 hash, in hexadecimal, of a line for each consent item in the order of the form: `id`, tab, `text`.
  var consentTextHash: String {
    let lines = questions.filter { $0.section == "consent" }.map { "\($0.id)\t\($0.text)\n" }
    return SHA256.hash(lines.joined()).hexadecimal
  }
}
