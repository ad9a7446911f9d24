import Foundation
import Records

/// Who asks, why, how long it takes and who reads it, before the first question.
struct StartPage {
  let visit: Visit
  /// For a client who begins now; a draft keeps its own.
  let submissionKey: UUID

  var page: Page {
    Page(title: "Your intake form", letterhead: visit.letterhead, content: content)
  }

  private var hasBegun: Bool { visit.draft != nil }

  private var content: HTML {
    """
    <h1>Before your massage</h1>
    <p>\(visit.invite.therapistName) of \(visit.invite.practiceName) asks you to fill in this form before your visit. \
    Your answers help to keep the session safe and to plan what to do at home.</p>
    <ul>
    <li>It takes about 8 minutes. Less if you are well.</li>
    <li>Have a list of your medicines by you.</li>
    <li>You can stop at any time. What you typed is kept.</li>
    <li>Not sure, or rather not say? Leave it open if it is optional, or call us.</li>
    </ul>
    <h2>Who sees it</h2>
    <p>Only your therapist and those who stand in for them at \(visit.invite.practiceName). Until you send it, \
    nobody but you can read it.</p>
    \(PrivacyPage.link(for: visit))<p>This link works until \(day(visit.invite.expiresAt)).</p>
    <form method="post">
    <input type="hidden" name="submission" value="\((visit.draft?.submissionKey ?? submissionKey).uuidString.lowercased())">
    <div class="go"><button>\(hasBegun ? "Go on with my form" : "Start")</button></div>
    </form>
    <p class="noprint"><a class="tap" href="\(visit.address(Place.resume))">I began on another phone or computer</a></p>
    <p>Rather on paper? Call us and we send you the form.</p>
    """
  }

  private func day(_ date: Date) -> String { CalendarDateText.day(of: date) }
}
