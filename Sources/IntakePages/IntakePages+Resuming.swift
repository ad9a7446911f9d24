import Foundation
import HTTPServer
import Records
import Sealing

extension IntakePages {
  /// Stores the draft and shows how to come back to it.
  func saveForLater(_ draft: Draft, _ visit: LinkVisit) async throws -> Response {
    try await store(draft, visit, thenShow: PagePath.saved)
  }

  /// Opens the draft that belongs to a code and sets its key in this browser.
  func resume(_ form: FieldValues, _ visit: LinkVisit) async throws -> Response {
    let typed = form.first("code") ?? ""
    guard let code = ResumeCode(typed),
      let wrapped = try await door.openResumeCode(tokenHash: visit.token.hash, codeHash: code.hash(for: visit.token))
    else {
      var answer = ResumePage(visit: visit, refused: typed).page.response
      answer.countsAsGuess = true
      return answer
    }
    let key = try code.unwrap(wrapped, for: visit.token)
    // The right code lands on the page that is open.
    guard let stored = try await door.loadDraft(tokenHash: visit.token.hash, draftKeyHash: key.hash) else {
      return seeOther(visit, nil, setting: key)
    }
    let draft = try Draft(opening: stored.sealed, under: key, for: visit.token)
    return seeOther(visit, draft.place, setting: key, query: PagePath.answersWereFound)
  }

  /// Makes the browser forget the form, for a device that others use too.
  func forget(_ visit: LinkVisit) -> Response {
    var visit = visit
    visit.draft = nil
    var answer = Notice.removed(visit).response
    answer.headers.append(cookie.removal(for: visit.token))
    return answer
  }

  /// Leads away from a form that was sent on a device that others use too. The key of the copy goes, so the next person
  /// who holds the device opens nothing.
  func leave(_ token: LinkToken) -> Response {
    Response(status: 303, headers: [("Location", token.address(PagePath.receipt)), cookie.removal(for: token)])
  }
}
