import Clinical
import Records

/// The page that says what to do when an answer raises an urgent flag.
struct StopPage {
  let visit: LinkVisit
  let flags: [RedFlag]

  var page: HTMLPage {
    HTMLPage(title: words.stopTitle, letterhead: visit.letterhead, content: content)
  }

  private var words: any PageWords { visit.words }
  private var isEmergency: Bool { flags.contains { $0.urgency == .emergency } }

  private var content: HTML {
    """
    <h1>\(words.stopHeading(isEmergency: isEmergency))</h1>
    <p>\(words.stopIntro)</p>
    <div class="stop">\(flags.map { "<p>\($0.clientMessage)</p>" as HTML })</div>
    \("<p>\(words.callEmergencyNumber)</p>\n", if: isEmergency)
    <p>\(words.stopReason)</p>
    <p>\(words.answersAreKept(therapist: visit.invite.practice.therapist))</p>
    <form method="post"><div class="go"><button name="action" value="continue">\(words.goOnWithForm)</button></div>
    <div class="go"><button class="quiet" name="action" value="save">\(words.saveForLater)</button></div></form>
    """
  }
}
