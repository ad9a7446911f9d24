import Clinical
import Records
import Sealing

/// The page after a check-in: that it arrived, and what to do now about what was told.
struct CheckInReceipt {
  let visit: CheckInVisit

  var page: HTMLPage {
    HTMLPage(title: words.checkInSentTitle, letterhead: visit.letterhead, content: content)
  }

  private var words: any PageWords { visit.words }

  /// The flags that may be shown, the most urgent first.
  private var flags: [RedFlag] {
    visit.opened.openFlags.compactMap(visit.pack.redFlag).filter { !$0.isPrivate }.sorted { $0.urgency > $1.urgency }
  }

  private var content: HTML {
    """
    <h1>\(words.checkInSentTitle)</h1>
    <p>\(words.checkInSent(therapist: visit.opened.practice.therapist))</p>
    \(messages)\(paused)\(leftOut)\
    <p><a class="tap" href="/p/\(visit.token.text)">\(words.backToPlan)</a></p>
    """
  }

  private var messages: HTML {
    guard !flags.isEmpty else { return .empty }
    return """
      <div class="stop">\(flags.map { "<p>\($0.clientMessage)</p>" as HTML })\
      \("<p>\(words.callEmergencyNumber)</p>", if: flags.contains { $0.urgency == .emergency })</div>

      """
  }

  private var paused: HTML {
    guard visit.opened.isPaused else { return .empty }
    return "<h2>\(words.pausedPlanTitle)</h2>\n\(words.pausedPlan.map { "<p>\($0)</p>\n" as HTML })"
  }

  private var leftOut: HTML? {
    visit.opened.isPaused ? nil : LeftOut(items: visit.basis.leftOut(visit.opened.pausedItems), words: words).html
  }
}
