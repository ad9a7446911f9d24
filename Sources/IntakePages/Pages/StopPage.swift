import Clinical
import Foundation
import Records

/// The page that says what to do when an answer raises an urgent flag: get help now, or call somebody today.
struct StopPage {
  let visit: LinkVisit
  let flags: [RedFlag]

  var page: HTMLPage {
    HTMLPage(title: words.stopTitle, letterhead: visit.letterhead, content: content)
  }

  private var words: any PageWords { visit.words }
  private var isEmergency: Bool { flags.contains { $0.urgency == .emergency } }
  private var callee: RedFlag.Callee { flags.map(\.callee).max() ?? .doctor }
  private var isStopped: Bool { isEmergency || flags.contains { $0.massage >= .defer } }

  private var content: HTML {
    """
    <h1>\(isEmergency ? words.emergencyHeading : words.sameDayHeading(callee))</h1>
    \("<p><b>\(words.noMassageToday)</b></p>\n", if: isStopped)\
    <div class="stop">\(flags.map { "<p>\($0.clientMessage)</p>" as HTML })</div>
    \(isEmergency ? EmergencyCalls(visit: visit).html : sameDay)\
    <p>\(words.stopReason) \(words.answersAreKept(therapist: visit.invite.practice.therapist))</p>
    <form method="post"><div class="go"><button class="quiet" name="action" value="continue">\(words.goOnWithForm)</button>\
    <button class="quiet" name="action" value="save">\(words.saveForLater)</button></div></form>
    """
  }

  private var sameDay: HTML {
    """
    <p>\(words.sayToTheDoctor(callee))</p>
    \(PracticeCalls(visit: visit).html)\
    <p>\(words.ifItGetsWorse)</p>
    \(EmergencyButton(visit: visit, isPlain: true).html)
    """
  }
}

/// Whom to call at once, as buttons, and what to say.
struct EmergencyCalls {
  let visit: LinkVisit

  var html: HTML {
    """
    \(EmergencyButton(visit: visit, isPlain: false).html)<p>\(visit.words.sayOnThePhone)</p>
    \(PracticeCalls(visit: visit).html)
    """
  }
}

/// The button that calls whom the practice names, or an ambulance; where the number is not known, a sentence.
struct EmergencyButton {
  let visit: LinkVisit
  /// Whether other buttons of the page matter more.
  let isPlain: Bool

  var html: HTML {
    guard let number = visit.invite.emergencyPhone ?? visit.invite.practice.emergencyNumber else {
      return "<p>\(visit.words.callEmergencyNumber)</p>\n"
    }
    return """
      <p><a class="button call\(" plain", if: isPlain)" href="\(TelephoneLink.address(number))">\
      \(visit.words.callNumber(number))</a></p>

      """
  }
}

/// The buttons that call the practice, or ask it to call.
struct PracticeCalls {
  let visit: LinkVisit

  var html: HTML {
    """
    \(practice)<form method="post" action="\(visit.address(PagePath.call))"><div class="go"><button class="plain">\
    \(visit.words.wishLabel(.call, therapist: visit.invite.practice.therapist))</button></div></form>

    """
  }

  private var practice: HTML? {
    visit.invite.practice.phone.map { phone in
      """
      <p><a class="button call plain" href="\(TelephoneLink.address(phone))">\(visit.words.callPractice(phone))</a></p>

      """
    }
  }
}

extension Door.PracticeSign {
  /// The number that calls an ambulance where the practice is, as far as its time zone tells: 112 in Europe, 911 in the
  /// United States and Canada, 000 in Australia and 111 in New Zealand. Nil elsewhere.
  var emergencyNumber: String? {
    let timeZone = zone.identifier
    if timeZone.hasPrefix("Europe/") { return "112" }
    if timeZone.hasPrefix("Australia/") { return "000" }
    if timeZone == "Pacific/Auckland" { return "111" }
    return Self.northAmerica.contains(timeZone) ? "911" : nil
  }

  private static let northAmerica: Set<String> = Set(
    """
    Anchorage Boise Calgary Chicago Denver Detroit Edmonton Halifax Los_Angeles Moncton Montreal New_York Phoenix Regina \
    St_Johns Toronto Vancouver Whitehorse Winnipeg
    """.split(separator: " ").map { "America/\($0)" } + ["Pacific/Honolulu"])
}

/// Whom to call, from the foot of every page. Opening it tells nobody anything.
struct HelpPage {
  let visit: LinkVisit
  /// Whether the client has just asked to be called.
  var isAsked = false

  var page: HTMLPage {
    HTMLPage(title: words.helpTitle, letterhead: visit.letterhead, content: content)
  }

  private var words: any PageWords { visit.words }

  private var content: HTML {
    let asked: HTML =
      "<p class=\"note\" role=\"status\">\(words.wishTold(.call, therapist: visit.invite.practice.therapist))</p>\n"
    return """
      <h1>\(words.helpTitle)</h1>
      \(isAsked ? asked : .empty)<p>\(words.helpIntro)</p>
      \(EmergencyCalls(visit: visit).html)\
      <p><a class="tap" href="\(visit.address(visit.draft?.place))">\(words.goOnWithMyForm)</a></p>
      """
  }
}
