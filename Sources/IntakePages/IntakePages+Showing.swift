import Clinical
import Foundation
import HTTPServer
import Records
import Sealing

/// GET requests, which change nothing.
extension IntakePages {
  func show(_ page: String, for visit: LinkVisit, query: String?) async throws -> Response {
    if [PagePath.cookieWasSet, PagePath.answersWereFound].contains(query), visit.key == nil {
      return Notice.cookiesBlocked(visit)
    }
    if page == PagePath.privacy { return PrivacyPage(visit: visit).page.response }
    if page == PagePath.help { return HelpPage(visit: visit).page.response }
    if let screen = visit.path.screen(page), screen.stage.isDeeper { return showDeeper(screen, visit) }
    if visit.isClosed, page != PagePath.resume { return try await showSent(page, visit) }
    let draft = visit.draft ?? Draft(submissionKey: UUID())
    switch page {
    case "": return StartPage(visit: visit, submissionKey: draft.submissionKey).page.response
    case PagePath.resume: return ResumePage(visit: visit).page.response
    case PagePath.saved where visit.draft != nil: return SavedPage(visit: visit, draft: draft).page.response
    case PagePath.stop where visit.draft != nil:
      return StopPage(visit: visit, flags: visit.reading(draft).sheet.urgentFlags).page.response
    case PagePath.check:
      return CheckPage(visit: visit, draft: draft, reading: visit.reading(draft)).page.response
    default:
      guard let screen = visit.path.screen(page) else { return Notice.unknownPage }
      return ScreenPage(
        visit: visit, screen: screen, draft: draft, reading: visit.reading(draft), problems: [],
        wasFound: query == PagePath.answersWereFound
      ).page.response
    }
  }

  /// Shows a form that was sent: every address leads to the receipt, in the browser that sent it.
  private func showSent(_ page: String, _ visit: LinkVisit) async throws -> Response {
    guard let key = visit.key, let (receipt, isLater, sent, wishes) = try await sentCopy(visit, key) else {
      return Notice.alreadySent(visit)
    }
    let visit = await visit.worded(by: FieldValues(sent.sheet.answers, of: visit.pack), from: content)
    let copy = sent.worded(by: visit.pack)
    switch page {
    case PagePath.receipt:
      return ReceiptPage(visit: visit, receipt: receipt, isLater: isLater, copy: copy, wishes: wishes).page.response
    case PagePath.more:
      guard let draft = visit.draft, draft.isDeeper else { return seeOther(visit.address(PagePath.receipt)) }
      return MorePage(visit: visit, draft: draft).page.response
    case PagePath.copy:
      let text = copy.text(sentAt: receipt.submittedAt, code: receipt.code, in: visit.words)
      return Response(
        status: 200,
        headers: [
          ("Content-Type", "text/plain; charset=utf-8"),
          ("Content-Disposition", "attachment; filename=\"intake-form.txt\""),
        ], body: Array(text.utf8))
    default: return seeOther(visit.address(PagePath.receipt))
    }
  }

  private func showDeeper(_ screen: Screen, _ visit: LinkVisit) -> Response {
    guard visit.wasSent, let draft = visit.draft, draft.isDeeper else {
      return seeOther(visit.address(visit.wasSent ? PagePath.receipt : nil))
    }
    return ScreenPage(visit: visit, screen: screen, draft: draft, reading: visit.reading(draft), problems: [])
      .page.response
  }

  func sentCopy(
    _ visit: LinkVisit, _ key: DraftKey
  ) async throws -> (receipt: Door.Receipt, isLater: Bool, copy: SentCopy, wishes: Set<ClientWish>)? {
    let stored = try await door.sealedCopy(tokenHash: visit.token.hash, draftKeyHash: key.hash)
    // A copy sealed by an earlier version contains words instead of answers, and cannot be read any more.
    guard let (receipt, isLater, sealed, wishes) = stored,
      let copy = try? SentCopy(opening: sealed, under: key, for: visit)
    else {
      return nil
    }
    return (receipt, isLater, copy, wishes)
  }

  func seeOther(_ address: String) -> Response { Response(status: 303, headers: [("Location", address)]) }

  /// Leads to a page and sets the key of the draft. The address says so, so that a browser that took no cookie is found
  /// out at once.
  func seeOther(
    _ visit: LinkVisit, _ page: String?, setting key: DraftKey?, query: String = PagePath.cookieWasSet
  ) -> Response {
    guard let key else { return seeOther(visit.address(page)) }
    return Response(
      status: 303,
      headers: [
        ("Location", visit.address(page) + "?" + query), cookie.header(key, for: visit.token),
      ])
  }

  static func stylesheet(_ text: String) -> Response {
    Response(
      status: 200,
      headers: [("Content-Type", "text/css; charset=utf-8"), ("Cache-Control", "public, max-age=31536000, immutable")],
      body: Array(text.utf8))
  }
}

extension Request {
  /// What a response of ours wrote behind an address. Whoever copies that address into another browser, where no cookie was
  /// ever set, is not asked why there is none.
  var queryOfOurs: String? {
    ["none", "cross-site"].contains(headers["sec-fetch-site"]) ? nil : query
  }
}
