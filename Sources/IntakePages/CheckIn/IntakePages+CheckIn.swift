import Clinical
import Cryptography
import Foundation
import HTTPServer
import JSON
import Records
import Sealing

/// The check-in of a plan: `GET /p/TOKEN/how` is the form that is due, `/p/TOKEN/worry` the one for a client who worries;
/// posting either stores it and leads to the other or to `/p/TOKEN/thanks`. With `action=save` nothing is sent: the
/// answers go into a cookie, and are there when the page is opened again.
extension IntakePages {
  func showCheckIn(_ page: String, _ request: Request, _ token: LinkToken) async throws -> Response {
    try await checkIn(token) { visit in
      if page == "thanks" { return CheckInReceipt(visit: visit).page.response }
      let draft = cookie(of: visit, page).draft(in: request)
      return CheckInPage(
        visit: visit, kind: page == "worry" ? .worry : visit.kindDue, submissionKey: draft?.submissionKey ?? UUID(),
        fields: draft?.fields ?? FieldValues(), kept: draft == nil ? nil : .asLeft
      ).page.response
    }
  }

  func receiveCheckIn(_ form: FieldValues, on page: String, _ token: LinkToken) async throws -> Response {
    try await checkIn(token) { visit in
      let cookie = cookie(of: visit, page)
      if form.first("action") == "save" { return try keep(form, in: cookie, visit) }
      var response = try await receive(form, for: visit)
      if response.status == 303 { response.headers.append(cookie.removing) }
      return response
    }
  }

  private func cookie(of visit: CheckInVisit, _ page: String) -> CheckInCookie {
    CheckInCookie(isSecure: cookie.isSecure, token: visit.token, page: visit.address(page))
  }

  /// Leaves a check-in with the client's browser, to be finished later.
  private func keep(_ form: FieldValues, in cookie: CheckInCookie, _ visit: CheckInVisit) throws -> Response {
    guard let submission = form.submissionKey, let kind = form.first("form").flatMap(CheckInForm.Kind.init) else {
      return Notice.unreadableForm
    }
    var fields = form
    fields["action"] = []
    if let kept = try cookie.keeping(CheckInDraft(submissionKey: submission, fields: fields)) {
      var response = seeOther(cookie.page)
      response.headers.append(kept)
      return response
    }
    return CheckInPage(visit: visit, kind: kind, submissionKey: submission, fields: fields, kept: .tooLong)
      .page.response
  }

  /// Stores a check-in, and responds only after the database has committed.
  private func receive(_ form: FieldValues, for visit: CheckInVisit) async throws -> Response {
    guard let submission = form.submissionKey, let kind = form.first("form").flatMap(CheckInForm.Kind.init),
      !form.repeatsOne(where: { visit.pack.checkIn.question(Question.ID(rawValue: $0)) })
    else { return Notice.unreadableForm }
    let sheet = visit.sheet(kind, form)
    guard sheet.isComplete else {
      return CheckInPage(
        visit: visit, kind: kind, submissionKey: submission, fields: form, problems: sheet.problems,
        problemsOfItems: sheet.problemsOfRows
      ).page.response
    }
    let answers = sheet.json.text
    do {
      try await door.submitCheckIn(
        linkHash: visit.token.hash, submissionKey: submission, digest: SHA256.hash(answers),
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
    guard let sealed = opened.sealedBasis else { return Notice.revised(letterhead) }
    return try await page(
      CheckInVisit(
        token: token, opened: opened,
        basis: try token.open(sealed, as: ClientPlanCopy.CheckInBasis.self, for: .checkInBasis),
        pack: try await door.content(opened.contentVersion), today: CalendarDate(now(), in: opened.practice.zone),
        letterhead: letterhead))
  }
}
