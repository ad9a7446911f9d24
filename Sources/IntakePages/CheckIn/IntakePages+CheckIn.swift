import Clinical
import Crypto
import Foundation
import HTTPServer
import JSON
import Records
import Sealing

/// The check-in of a plan: `GET /p/TOKEN/how` is the form that is due, `/p/TOKEN/worry` the one for a client who worries;
/// posting either stores it and leads to the other or to `/p/TOKEN/thanks`.
extension IntakePages {
  func showCheckIn(_ page: String, _ token: LinkToken) async throws -> Response {
    try await checkIn(token) { visit in
      switch page {
      case "thanks": CheckInReceipt(visit: visit).page.response
      case "worry": CheckInPage(visit: visit, kind: .worry, submissionKey: UUID()).page.response
      default: CheckInPage(visit: visit, kind: visit.kindDue, submissionKey: UUID()).page.response
      }
    }
  }

  func receiveCheckIn(_ form: FieldValues, _ token: LinkToken) async throws -> Response {
    try await checkIn(token) { try await receive(form, for: $0) }
  }

  /// Stores a check-in, and responds only after the database has committed.
  private func receive(_ form: FieldValues, for visit: CheckInVisit) async throws -> Response {
    guard let submission = form.submissionKey, let kind = form.first("form").flatMap(CheckInForm.Kind.init),
      !form.repeatsOne(where: { visit.pack.checkIn.question(Question.ID(rawValue: $0)) })
    else { return Notice.unreadableForm }
    let sheet = visit.sheet(kind, form)
    guard sheet.problems.isEmpty else {
      return CheckInPage(
        visit: visit, kind: kind, submissionKey: submission, fields: form, problems: sheet.problems
      ).page.response
    }
    let answers = sheet.json.text
    do {
      try await door.submitCheckIn(
        linkHash: visit.token.hash, submissionKey: submission, digest: Array(SHA256.hash(data: Array(answers.utf8))),
        checkIn: CheckIn.ID.new(), kind: kind, answers: answers, contentVersion: visit.pack.version,
        raised: sheet.redFlags, hurting: sheet.hurting)
    } catch Refusal.blocked {
      return Notice.refused(409, visit.words.tooManyCheckIns, form)
    }
    return seeOther(visit.address(sheet.answers.saysYes("checkin.worry") ? "worry" : "thanks"))
  }

  /// Opens the plan behind a link for a check-in, or says that another plan has taken its place.
  private func checkIn(
    _ token: LinkToken, _ page: (CheckInVisit) async throws -> Response
  ) async throws -> Response {
    let opened = try await door.openCheckIn(linkHash: token.hash)
    let letterhead = Letterhead(opened.practice)
    guard let sealed = opened.sealed else { return Notice.revised(letterhead) }
    return try await page(
      CheckInVisit(
        token: token, opened: opened, copy: try token.open(sealed, as: ClientPlanCopy.self, for: .plan),
        pack: try await door.content(opened.contentVersion), today: CalendarDate(now(), in: opened.practice.zone),
        letterhead: letterhead))
  }
}
