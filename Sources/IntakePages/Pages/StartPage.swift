import Foundation
import Records

/// The start page: who asks, why, how long it takes and who reads the answers.
struct StartPage {
  let visit: Visit
  /// The key for a client who begins now. A draft has its own.
  let submissionKey: UUID

  var page: HTMLPage {
    HTMLPage(title: words.startTitle, letterhead: visit.letterhead, content: content)
  }

  private var words: any PageWords { visit.words }
  private var hasBegun: Bool { visit.draft != nil }

  private var content: HTML {
    """
    <h1>\(words.startHeading)</h1>
    <p>\(words.startIntro(therapist: visit.invite.therapistName, practice: visit.invite.practiceName))</p>
    <ul>
    \(words.startHints.map { "<li>\($0)</li>\n" as HTML })</ul>
    <h2>\(words.whoSeesTitle)</h2>
    <p>\(words.whoSees(practice: visit.invite.practiceName))</p>
    \(PrivacyPage.link(for: visit))<p>\(words.linkWorks(until: visit.invite.expiresAt))</p>
    <form method="post">
    <input type="hidden" name="submission" value="\((visit.draft?.submissionKey ?? submissionKey).uuidString.lowercased())">
    <div class="go"><button>\(hasBegun ? words.goOnWithMyForm : words.start)</button></div>
    </form>
    <p class="noprint"><a class="tap" href="\(visit.address(PagePath.resume))">\(words.beganElsewhere)</a></p>
    <p>\(words.onPaper)</p>
    """
  }
}
