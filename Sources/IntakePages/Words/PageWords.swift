import Clinical
import Foundation
import Records

/// Everything the pages say in the practice's own voice, by meaning. What the content pack words (questions, hints,
/// messages of red flags) is not here.
///
/// A language is a type that conforms to this protocol, in a file of its own; the compiler names every text it lacks. A
/// text is a whole sentence or a whole label, never a fragment that a page joins to another: languages order words
/// differently. What depends on data is a function with labelled parameters, so that plurals are the language's business.
/// Texts are plain: a page escapes them and adds the markup.
protocol PageWords: Sendable, FormWords, LinkWords, NoticeWords, CheckInWords, PhotoWords {
  /// The language tag of the pages (BCP 47).
  var language: String { get }

  /// These words for whoever fills in the form for somebody else.
  var ofAnother: any PageWords { get }

  /// A day as people write it.
  func day(_ date: Date) -> String

  /// The title of a page that reports a problem.
  func errorTitle(_ title: String) -> String
  /// The heading of a page whose practice is not known.
  var somePractice: String { get }
  var helpFromTherapist: String { get }
  /// Precedes a telephone number.
  /// - Parameter practice: nil when it is not known.
  func helpByPhone(_ practice: String) -> String
}

extension PageWords {
  /// The title, marked when the page reports a problem.
  func title(_ title: String, isError: Bool) -> String { isError ? errorTitle(title) : title }
}

/// The words of the screens on which the form is filled in and checked.
protocol FormWords {
  // Buttons and labels of every screen.
  var next: String { get }
  var back: String { get }
  var saveForLater: String { get }
  var optional: String { get }
  var problemHeading: String { get }
  /// The title of a screen in the browser's tab.
  /// - Parameter part: where the client is; nil after the form was sent.
  func screenTitle(_ title: String, part: (title: String, number: Int, count: Int)?) -> String
  /// The name of the list of parts.
  var stagesOfForm: String { get }
  /// Follows the name of a part, for screen readers.
  var stageDone: String { get }
  /// Precedes the code that opens the form on another device.
  var goOnElsewhere: String { get }
  var answersFound: String { get }
  /// Says to whoever fills in the form for somebody else whom it is about.
  /// - Parameter client: nil when no name was typed.
  func whoIsMeant(_ client: String?) -> String
  /// Says who agrees: the consents are not turned to whoever fills in the form.
  func whoAgrees(_ client: String?) -> String
  /// A question with what is wrong with its answer.
  func problem(_ message: String, with question: String) -> String

  // Questions.
  var noToTheRest: String { get }
  /// How many questions that button has just answered.
  func answeredNo(_ count: Int) -> String
  func moreQuestions(_ count: Int) -> String
  /// The most characters of an answer.
  func atMost(_ characters: Int) -> String
  var agree: String { get }
  var disagree: String { get }
  var whyWeAsk: String { get }
  /// Opens what follows when the client does not agree.
  var ifNot: String { get }
  var lineByLine: String { get }
  var agreementMissing: String { get }
  var dayOfDate: String { get }
  var monthOfDate: String { get }
  var yearOfDate: String { get }

  // The body chart.
  var chartAsList: String { get }
  var chartAsDrawing: String { get }
  var keepAreas: String { get }
  var markOnChart: String { get }
  func marked(_ count: Int) -> String
  var markIntro: String { get }
  var front: String { get }
  var backOfBody: String { get }
  var yourLeft: String { get }
  var yourRight: String { get }
  var howStrong: String { get }
  var noScore: String { get }
  var tickOne: String { get }

  // What a client told before.
  /// The heading of the check page of a client who answers again.
  var stillRightTitle: String { get }
  var stillRightIntro: String { get }
  /// Precedes the therapist's message about a form that was sent back.
  func asksAgain(therapist: String) -> String

  // The warning before the form goes on.
  var stopTitle: String { get }
  var emergencyHeading: String { get }
  /// What to do today, when a sign is urgent and no emergency.
  func sameDayHeading(_ callee: RedFlag.Callee) -> String
  func sayToTheDoctor(_ callee: RedFlag.Callee) -> String
  var ifItGetsWorse: String { get }
  var noMassageToday: String { get }
  /// The page whom to call, and the link to it at the foot of every page.
  var helpTitle: String { get }
  var helpIntro: String { get }
  /// The label of a button that calls.
  func callNumber(_ number: String) -> String
  var sayOnThePhone: String { get }
  var callEmergencyNumber: String { get }
  var stopReason: String { get }
  func answersAreKept(therapist: String) -> String
  var goOnWithForm: String { get }

  // The answers in words, and the check before sending.
  var notAnswered: String { get }
  var checkTitle: String { get }
  var checkIntro: String { get }
  var checkProblems: String { get }
  /// The page on which something is missing, and what.
  func missing(_ what: String, part: String) -> String
  /// Opens the answers that say no.
  func saidNo(_ count: Int) -> String
  func answers(_ count: Int) -> String
  var change: String { get }
  func send(therapist: String) -> String
  /// Somebody sent a form through the same link, and this one would be kept beside it.
  func willBeLater(therapist: String) -> String
  var linkIsFullTitle: String { get }
  var linkIsFull: String { get }
}

/// The words of the pages around the form: before it, between two sittings, after it, and the plan.
protocol LinkWords {
  // The start.
  var startTitle: String { get }
  var startHeading: String { get }
  func startIntro(therapist: String, practice: String) -> String
  /// How long the form takes a client who is well, and one who hurts.
  func startMinutes(well: Int, hurting: Int) -> String
  var startHints: [String] { get }
  /// Stands for the picture.
  func portrait(of therapist: String) -> String
  var whoSeesTitle: String { get }
  func whoSees(practice: String) -> String
  func linkWorks(until expiry: Date) -> String
  var start: String { get }
  /// The heading above the birth date, for a client who answered before.
  var historyTitle: String { get }
  var historyIntro: String { get }
  var birthDate: String { get }
  var historyByCode: String { get }
  func wrongIdentity(therapist: String) -> String
  /// In place of the birth date after five wrong tries.
  func historyLocked(therapist: String) -> String
  var goOnWithMyForm: String { get }
  var beganElsewhere: String { get }
  var onPaper: String { get }

  // What is kept.
  var privacyLink: String { get }
  var privacyTitle: String { get }
  /// Headings, paragraphs and lists in their order.
  func privacy(practice: String) -> [TextBlock]

  // An unfinished form.
  var savedTitle: String { get }
  func savedIntro(until expiry: Date) -> String
  var goOnNow: String { get }
  var otherDeviceTitle: String { get }
  var otherDeviceIntro: String { get }
  var otherDeviceHint: String { get }
  var resumeTitle: String { get }
  var resumeIntro: String { get }
  var code: String { get }
  var wrongCode: String { get }
  var openForm: String { get }
  var noCode: String { get }
  var beginAnew: String { get }

  /// The label of the button that makes this device forget the form.
  var forgetHere: String { get }
  var removedTitle: String { get }
  var removed: String { get }

  /// What is said where a form was sent on a device that others use too.
  func handBack(therapist: String) -> [String]

  // A form that has been sent.
  var receiptTitle: String { get }
  var receiptHeading: String { get }
  func received(therapist: String, at time: Date) -> String
  /// The form was not the first that came through its link.
  func receivedLater(therapist: String) -> String
  var receiptCode: String { get }
  var whatNextTitle: String { get }
  func whatNext(therapist: String) -> String
  /// The heading above what else could be told.
  func cardsTitle(therapist: String) -> String
  /// How many questions a card has, and what for.
  func cardReason(questions: Int, why: String) -> String
  var moreTitle: String { get }
  func moreIntro(therapist: String) -> String
  func sendMore(therapist: String) -> String
  var whatYouSent: String { get }
  var copyTitle: String { get }
  var keepCopy: String { get }
  func copyHint(until expiry: Date) -> String
  /// The heading of what the client may ask for after sending.
  var rightsTitle: String { get }
  var rightsIntro: String { get }
  /// The label of the button that tells the wish.
  func wishLabel(_ wish: ClientWish, therapist: String) -> String
  /// In place of the button, once it was told.
  func wishTold(_ wish: ClientWish, therapist: String) -> String
  /// The first line of the copy.
  func copyHeading(practice: String) -> String
  func copySent(at time: Date, therapist: String, code: String) -> String

  // The plan.
  func callPractice(_ number: String) -> String
  var keepPlanAsPDF: String { get }
  var keepPlanAsText: String { get }
  var keepDays: String { get }
  /// What the days of a plan and the next visit are called in a calendar that others may see: nothing about health.
  var calendarTodo: String { get }
  var calendarVisit: String { get }
}

/// A heading, a paragraph or a list of a text.
enum TextBlock: Sendable, Hashable {
  case heading(String)
  case paragraph(String)
  case bullets([String])
}

/// The words for a client whose language is not known, as nobody's is.
let standardWords = pageWords(in: .gmt)

/// Returns the words of the pages, with times as a practice's clocks show them.
func pageWords(in zone: TimeZone) -> any PageWords { English(zone: zone) }
