import Foundation
import Records

/// The page that says how to come back to an unfinished form.
struct SavedPage {
  let visit: LinkVisit
  let draft: Draft

  var page: HTMLPage {
    HTMLPage(title: words.savedTitle, letterhead: visit.letterhead, content: content)
  }

  private var words: any PageWords { visit.words }

  private var content: HTML {
    """
    <h1>\(words.savedTitle)</h1>
    <p>\(words.savedIntro(until: visit.invite.expiresAt))</p>
    \(code)<div class="go"><a class="button" href="\(visit.address(draft.place))">\(words.goOnNow)</a></div>
    \(ForgetButton(visit: visit).html)
    """
  }

  private var code: HTML {
    guard let code = draft.resumeCode else { return .empty }
    return """
      <h2>\(words.otherDeviceTitle)</h2>
      <p>\(words.otherDeviceIntro)</p>
      <p class="code">\(code)</p>
      <p>\(words.otherDeviceHint)</p>

      """
  }
}
