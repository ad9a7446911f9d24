import Clinical
import Foundation
import Records

/// The pages in English.
struct English: PageWords {
  let language = "en"
  /// The time zone of the practice.
  var zone = TimeZone.gmt
  /// Whether the reader fills in the form for somebody else.
  var isOfAnother = false

  /// 21 November 2026
  func day(_ date: Date) -> String { EnglishAnswerWords().day(CalendarDate(date, in: zone)) }
  /// 21 November 2026, 09:05 (America/Toronto)
  private func minute(_ date: Date) -> String {
    let time = date.shifted(to: zone).formatted(.iso8601.time(includingFractionalSeconds: false)).prefix(5)
    return "\(day(date)), \(time) \(zone == .gmt ? "UTC" : "(\(zone.identifier))")"
  }

  func errorTitle(_ title: String) -> String { "Error: \(title)" }
  let somePractice = "Your massage practice"
  let helpFromTherapist = "Need help? Call or write to your therapist."
  func helpByPhone(_ practice: String) -> String { "Need help, or rather talk? Call \(practice):" }
}

// MARK: - The form

extension English {
  var next: String { "Continue" }
  var back: String { "Back" }
  var saveForLater: String { "Save and finish later" }
  var optional: String { "(optional)" }
  var problemHeading: String { "There is a problem" }
  func screenTitle(_ title: String, part: (title: String, number: Int, count: Int)?) -> String {
    part.map { "\($0.title) (\($0.number) of \($0.count)): \(title)" } ?? title
  }
  var stagesOfForm: String { "Parts of the form" }
  var stageDone: String { "done" }
  var goOnElsewhere: String { "To go on elsewhere, open your link there and give this code:" }
  var answersFound: String { "We found your answers." }
  func problem(_ message: String, with question: String) -> String { "\(question): \(message)" }

  var noToTheRest: String { "No to all the rest on this page" }
  func answeredNo(_ count: Int) -> String { count == 1 ? "1 answer set to “no”" : "\(count) answers set to “no”" }
  func moreQuestions(_ count: Int) -> String { "More, if you like (\(count))" }
  func atMost(_ characters: Int) -> String {
    "Up to \(characters.formatted(.number.locale(Locale(identifier: "en")))) characters."
  }
  var agree: String { EnglishAnswerWords().consent(true) }
  var disagree: String { EnglishAnswerWords().consent(false) }
  var whyWeAsk: String { "Why we ask" }
  var ifNot: String { "If not?" }
  var lineByLine: String { "Or answer line by line:" }
  var agreementMissing: String { "Choose yes or no." }
  var dayOfDate: String { "Day" }
  var monthOfDate: String { "Month" }
  var yearOfDate: String { "Year" }

  var chartAsList: String { "Rather a list?" }
  var chartAsDrawing: String { "Rather the drawing?" }
  var keepAreas: String { "Keep these areas" }
  var markOnChart: String { "Mark on the body chart" }
  func marked(_ count: Int) -> String { count == 0 ? "None marked" : "\(count) marked" }
  var markIntro: String { "Tap each place. Tap again to take it back." }
  var front: String { "Front" }
  var backOfBody: String { "Back" }
  var howStrong: String { "0 to 10" }
  var noScore: String { "–" }
  var tickOne: String { "Tick at least one." }

  var stillRightTitle: String { "Is this still right?" }
  var stillRightIntro: String { "You told us this before. Change what is different now." }
  func asksAgain(therapist: String) -> String { "\(therapist) asks you:" }

  var notAnswered: String { "Not answered" }
  var checkTitle: String { "Check your answers" }
  var checkIntro: String { "You can change each part." }
  var checkProblems: String { "Please look at these first" }
  func missing(_ what: String, part: String) -> String { "\(part): \(what)" }
  func saidNo(_ count: Int) -> String { "You said no to \(count.counted("question"))" }
  func answers(_ count: Int) -> String { "\(count) answers" }
  var change: String { "Change" }
  func send(therapist: String) -> String { "Send my form to \(therapist)" }
  func willBeLater(therapist: String) -> String {
    "A form came through this link already. You can still send yours. \(therapist) then sees both."
  }
  var linkIsFullTitle: String { "Your form was not sent" }
  var linkIsFull: String {
    """
    Four forms came through this link, and it takes no more. Your answers are still here. Please call us, and ask for a \
    new link.
    """
  }
}

// MARK: - Around the form

extension English {
  var startTitle: String { "Your intake form" }
  var startHeading: String { "Before your massage" }
  func startIntro(therapist: String, practice: String) -> String {
    "\(therapist) of \(practice) asks you to fill in this form before your visit, to keep the session safe."
  }
  func startMinutes(well: Int, hurting: Int) -> String {
    "About \(well) minutes if you are well, \(hurting) if something hurts."
  }
  var startHints: [String] {
    ["Have your medicines by you.", "You can stop at any time. What you typed is kept."]
  }
  func portrait(of therapist: String) -> String { "Portrait of \(therapist)" }
  var whoSeesTitle: String { "Who sees it?" }
  func whoSees(practice: String) -> String {
    "Your therapist and those who stand in for them at \(practice). Until you send it, nobody but you."
  }
  func linkWorks(until expiry: Date) -> String { "This link works until \(day(expiry))." }
  var start: String { "Start" }
  var historyTitle: String { "You have been here before?" }
  var historyIntro: String {
    "Give your date of birth, and we fill in what you told us. Or leave it open, and begin with an empty form."
  }
  var birthDate: String { "Your date of birth" }
  var historyByCode: String { "I was given a code" }
  func wrongIdentity(therapist: String) -> String {
    """
    This is not what we have on record. Check it, or leave it open. After five tries, ask \(therapist) for a new link.
    """
  }
  func historyLocked(therapist: String) -> String {
    """
    There were too many tries to open what you told us before. You can fill in the form anew, or ask \(therapist) for a \
    new link.
    """
  }
  var goOnWithMyForm: String { "Go on with my form" }
  var beganElsewhere: String { "I began on another phone or computer" }
  var onPaper: String { "Rather on paper? Call us and we send you the form." }

  var savedTitle: String { "Your answers are kept" }
  func savedIntro(until expiry: Date) -> String {
    "Open the link from your message again on this phone or computer, until \(day(expiry))."
  }
  var goOnNow: String { "Go on now" }
  var otherDeviceTitle: String { "On another phone or computer" }
  var otherDeviceIntro: String { "Open the same link there and give this code:" }
  var otherDeviceHint: String { "Write it down. It is needed only there, and a newer code replaces it." }
  var resumeTitle: String { "Go on with your form" }
  var resumeIntro: String { "The code stands at the foot of each page of your form." }
  var code: String { "Your code" }
  var wrongCode: String { "This code does not open a form. Check it, or wait some minutes after several tries." }
  var openForm: String { "Open my form" }
  var noCode: String { "No code?" }
  var beginAnew: String { "Begin anew" }

  var forgetHere: String { "Done, remove from this device" }
  var removedTitle: String { "Removed from this device" }
  var removed: String { "Nothing of your form is on it any more. You can close this page." }

  func handBack(therapist: String) -> [String] {
    ["Thank you. \(therapist) has it.", "Nothing of it is on this device any more. Please hand it back."]
  }

  var receiptTitle: String { "Your form has arrived" }
  var receiptHeading: String { "Thank you. Your form has arrived." }
  func received(therapist: String, at time: Date) -> String { "\(therapist) has it since \(minute(time))." }
  func receivedLater(therapist: String) -> String {
    "Another form had come through this link before. \(therapist) sees both, and the first one is as it was."
  }
  var receiptCode: String { "This is your code, should you call about it." }
  var whatNextTitle: String { "What happens next" }
  func whatNext(therapist: String) -> String {
    "\(therapist) reads it before the visit and may call you. Something has changed? Call us."
  }
  func cardsTitle(therapist: String) -> String { "Tell \(therapist) more, if you like" }
  func cardReason(questions: Int, why: String) -> String {
    "\(questions.counted("question")), \(why)"
  }
  var moreTitle: String { isOfAnother ? "More about them" : "More about you" }
  func moreIntro(therapist: String) -> String { "Send what you added, or tell more first." }
  func sendMore(therapist: String) -> String { "Send this to \(therapist)" }
  var whatYouSent: String { "What you sent" }
  var copyTitle: String { "Your copy" }
  var keepCopy: String { "Keep it as a text file" }
  func copyHint(until expiry: Date) -> String {
    "Or print this page. On this device it stays open to you until \(day(expiry))."
  }
  var rightsTitle: String { "If you change your mind" }
  var rightsIntro: String { "You need no reason. Your therapist is told, and talks with you about what follows." }
  func wishLabel(_ wish: ClientWish, therapist: String) -> String {
    switch wish {
    case .withdrawConsent: "I take back what I agreed to"
    case .copyOfRecord: "I want a copy of my record"
    case .call: "Ask \(therapist) to call me"
    case .newLink, .newPlanLink: "Ask for a new link"
    }
  }
  func wishTold(_ wish: ClientWish, therapist: String) -> String {
    switch wish {
    case .withdrawConsent:
      "You told \(therapist) that you take back what you agreed to. A plan that you have is paused until you two have "
        + "talked about it."
    case .copyOfRecord: "You told \(therapist) that you want a copy of your record."
    case .call: "You asked \(therapist) to call you. If it cannot wait, call yourself."
    case .newLink: "You asked for a new link. It comes the way that this one came."
    case .newPlanLink: "Your therapist is told. They look at your plan first, and then give you a link."
    }
  }
  func copyHeading(practice: String) -> String { "\(practice): your intake form" }
  func copySent(at time: Date, therapist: String, code: String) -> String {
    "Sent on \(minute(time)) to \(therapist). Code \(code)."
  }

  func callPractice(_ number: String) -> String { "Call us: \(number)" }
  var keepPlanAsPDF: String { "Keep as PDF" }
  var keepPlanAsText: String { "Keep as text" }
  var keepDays: String { "Put the days in your calendar" }
  var calendarTodo: String { "My plan" }
  var calendarVisit: String { "Appointment" }
}
