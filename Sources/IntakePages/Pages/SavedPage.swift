import Foundation
import Records

/// How to come back to an unfinished form.
struct SavedPage {
  let visit: Visit
  let draft: Draft

  var page: Page {
    Page(title: "Your answers are kept", letterhead: visit.letterhead, content: content)
  }

  private var content: HTML {
    """
    <h1>Your answers are kept</h1>
    <p>Open the link from your message again on this phone or computer, until \
    \(CalendarDateText.day(of: visit.invite.expiresAt)).</p>
    \(code)<div class="go"><a class="button" href="\(visit.address(draft.place))">Go on now</a></div>
    """
  }

  private var code: HTML {
    guard let code = draft.resumeCode else { return .empty }
    return """
      <h2>On another phone or computer</h2>
      <p>Open the same link there and give this code:</p>
      <p class="code">\(code)</p>
      <p>Write it down. It is needed only there, and a newer code replaces it.</p>

      """
  }
}
