import Clinical
import Records

/// What to do now, as soon as an answer calls for a doctor.
struct StopPage {
  let visit: Visit
  let flags: [RedFlag]

  var page: Page {
    Page(title: "Please read this first", letterhead: visit.letterhead, content: content)
  }

  private var isEmergency: Bool { flags.contains { $0.urgency == .emergency } }

  private var content: HTML {
    """
    <h1>\(isEmergency ? "Please get help now" : "Please see a doctor first")</h1>
    <p>Something you told us should be looked at by a doctor before a massage.</p>
    <div class="stop">\(flags.map { "<p>\($0.clientMessage)</p>" as HTML })</div>
    \(isEmergency ? Self.call : .empty)
    <p>It may be nothing bad. It is right to have it checked.</p>
    <p>Your answers are kept. You can go on now or later; once you send the form, \(visit.invite.therapistName) \
    sees this first.</p>
    <form method="post"><div class="go"><button name="action" value="continue">Go on with the form</button></div>
    <div class="go"><button class="quiet" name="action" value="save">Save and finish later</button></div></form>
    """
  }

  private static let call: HTML = """
    <p>Call your local emergency number, such as 112, 911 or 999. Do not drive yourself.</p>
    """
}
