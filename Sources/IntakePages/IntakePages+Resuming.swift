import Foundation
import HTTPServer
import Records
import Sealing

extension IntakePages {
  /// Stores the draft and makes a code that opens it on another device.
  func saveForLater(_ draft: Draft, _ visit: LinkVisit) async throws -> Response {
    var draft = draft
    let code = ResumeCode()
    draft.resumeCode = code.text
    let key = try await store(draft, visit)
    try await door.saveResumeCode(
      tokenHash: visit.token.hash, draftKeyHash: key.hash, codeHash: code.hash(for: visit.token),
      wrappedKey: code.wrap(key, for: visit.token))
    return seeOther(visit.address(PagePath.saved), setting: key)
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
    return seeOther(visit.address(), setting: key)
  }
}
