import Clinical

/// Everything that printed documents say in the practice's own voice, by meaning. What the content pack words (titles,
/// steps, reasons, messages of red flags) is not here.
///
/// A language is a type that conforms to this protocol, in a file of its own; the compiler names every text it lacks. A
/// text is a whole sentence or a whole label. What depends on data is a function with labelled parameters, so that word
/// order and plurals are the language's business.
protocol HandoutWords: Sendable, PlanWords, ItemWords, DoseWords, RecordWords, FigureWords {
  /// The language tag of the documents (BCP 47).
  var language: String { get }

  /// A day as people write it.
  func day(_ date: CalendarDate) -> String

  // Labels at the head of a document.
  var madeBy: String { get }
  var date: String { get }
  var contentVersion: String { get }
  /// The line at the foot of a document that names no version beside its label.
  func contentVersionIs(_ version: String) -> String

  /// The end of the line at the foot of each page.
  func page(_ number: Int, of count: Int) -> String
}

/// The words of the plan around its items.
protocol PlanWords {
  func planTitle(client: String) -> String
  /// Before what is different from an earlier plan.
  func replaces(planOf day: CalendarDate) -> String
  var newItems: String { get }
  var changedItems: String { get }
  var goneItems: String { get }
  var sameItems: String { get }
  var planHeading: String { get }
  var planKeywords: [String] { get }
  var nextVisit: String { get }
  var clientPage: String { get }

  // The one sentence to remember, by the mode of the plan.
  var leadInEmergency: String { get }
  var leadOnHold: String { get }
  /// - Parameters:
  ///   - things: how many things there are to do now.
  ///   - minutes: what they take on a day.
  ///   - people: how many people there are to see.
  ///   - aims: what the client wants to reach, in the words of the form.
  func lead(things: Int, minutes: Int, people: Int, aims: [String]) -> String

  // What to do now, and what waits.
  var doNow: String { get }
  func step(_ number: Int) -> String
  /// Labels the condition to start the next step.
  var goOnWhen: String { get }
  var goBackWhen: String { get }
  var fourAreEnough: String { get }

  // Whom to see, and what to know.
  var whomToSee: String { get }
  /// Labels the steps of a referral.
  var whatToDo: String { get }
  var goodToKnow: String { get }
  /// Labels the steps of what to know.
  var whatToRemember: String { get }

  // What the client should have seen to, most urgent first.
  var doThisFirst: String { get }
  var haveThisChecked: String { get }
  var keptInMind: String { get }

  // What was found.
  var painRegions: String { get }
  var findings: String { get }
  func cause(_ title: String, isLikely: Bool) -> String
  var findingNoticed: String { get }
  var findingMatters: String { get }
  var findingsAreNoDiagnosis: String { get }

  // What the client should not do.
  var avoid: String { get }
  var askFirst: String { get }

  // The sheet to tick off.
  var tickOff: String { get }
  var tickOffHint: String { get }
  /// The title of the row to write the pain in.
  var painOfDay: String { get }
  /// Heads the rows of a later step.
  func ifReady(forStep number: Int) -> String
  func tickOffGoesOn(afterWeek count: Int) -> String
  func weeks(_ count: Int, from first: CalendarDate, to last: CalendarDate) -> String
  /// Heads a column of the sheet, so it is short.
  func dayOfWeek(_ date: CalendarDate) -> String

  func meetAgain(on day: CalendarDate) -> String
  var bookNextVisit: String { get }
  func contentReviewed(version: String, by reviewer: String?) -> String
}

/// The words of one item of a plan.
protocol ItemWords {
  // Labels of what follows them on the same line.
  var why: String { get }
  /// Instead of a reason that the entry before gave.
  var sameReason: String { get }
  var takeCare: String { get }
  var askFirstLabel: String { get }
  var agreed: String { get }
  var note: String { get }
  var goOn: String { get }
  /// Labels the signs to stop for.
  var stopIf: String { get }
  /// Heads the signs that are the same for everything.
  var stopWhateverYouDo: String { get }
  var howSureWeAre: String { get }

  // Why an item is on the plan.
  var chosenByTherapist: String { get }
  func alsoHelps(with causes: [String]) -> String
  var askedAbout: String { get }
  var alreadyUsed: String { get }
  var partOfEveryPlan: String { get }
  /// The reason for what check-ins ask for.
  var gotWorse: String { get }
  var suitsEveryone: String { get }
}

/// The parts of a dose. A part ends a sentence or follows a comma, and starts with a small letter.
protocol DoseWords {
  /// The label and the unit of an amount that has no part in the sentence, such as a limit; nil if there is no such
  /// word.
  func amount(_ name: String, _ figures: String) -> (label: String, value: String)?

  func sets(_ count: Int) -> String
  func sets(_ count: Int, of repeats: Int) -> String
  func times(_ count: Int) -> String
  /// - Parameter isEach: whether there are several repeats to hold.
  func hold(seconds: Int, isEach: Bool) -> String
  func seconds(_ count: Int) -> String
  func minutes(_ count: Int) -> String
  /// Minutes that all the repeats take together.
  func inAll(minutes: Int) -> String
  func onSide(_ side: Dose.Side) -> String
  func timesADay(_ count: Int) -> String
  func glassesADay(_ count: Int) -> String
  func portionsADay(_ count: Int) -> String
  func daysAWeek(_ count: Int) -> String
  func weeks(_ count: Int) -> String
  func days(_ count: Int) -> String
  func trial(weeks: Int) -> String
  /// - Parameter span: weeks, days or a trial in words.
  func lasting(_ span: String) -> String
}

/// The words of intakes, evaluations, visits and the paper form.
protocol RecordWords {
  func intakeTitle(client: String) -> String
  func intakeRunning(client: String) -> String
  var intake: String { get }
  var intakeKeywords: [String] { get }
  var sent: String { get }
  var state: String { get }
  var massage: String { get }
  func massage(_ advice: MassageAdvice, isFlagged: Bool) -> String
  func urgency(_ urgency: RedFlag.Urgency) -> String
  func flagAcknowledged(_ action: String, note: String) -> String
  var flagNotAcknowledged: String { get }
  var bodyChart: String { get }

  func evaluationTitle(client: String) -> String
  func evaluationRunning(client: String) -> String
  var evaluation: String { get }
  var evaluationKeywords: [String] { get }
  var patterns: String { get }
  func changed(since day: CalendarDate) -> String
  var overTime: String { get }
  var fromPhotos: String { get }
  /// What the lines of a posture figure are.
  var drawnLines: String { get }
  func drawnLines(since day: CalendarDate?) -> String
  var notLevelled: String { get }
  var triggerPoints: String { get }
  func triggerPoint(status: String) -> String
  func tenderness(_ grade: Int) -> String
  var tautBand: String { get }
  /// - Parameter regions: empty when it is not known where the pain goes.
  func refers(to regions: [String]) -> String
  /// How far a finding is from the usual: 0 is usual, 3 marked.
  func severity(_ grade: Int) -> String

  func visitTitle(client: String) -> String
  func visitRunning(client: String) -> String
  var visit: String { get }
  var visitKeywords: [String] { get }
  func visitPart(_ part: VisitNote.Part) -> String
  var clientLabel: String { get }
  var bornLabel: String { get }
  var therapistLabel: String { get }
  var visitDate: String { get }
  var visitLength: String { get }
  var signedLabel: String { get }
  func signed(by name: String, on day: CalendarDate) -> String
  var notSigned: String { get }
  var addedAfterSigning: String { get }
  func added(by name: String, on day: CalendarDate) -> String

  func formTitle(practice: String) -> String
  var form: String { get }
  var formRunning: String { get }
  var formSubtitle: String { get }
  var formLead: String { get }
  var agree: String { get }
}

/// What stands for a picture, and the few words inside pictures.
protocol FigureWords {
  var qrCode: String { get }
  /// - Parameter places: the marked regions, in the order of their numbers.
  func bodyFigure(places: [String]) -> String
  var front: String { get }
  var back: String { get }
  func lineChart(of title: String, values: [String]) -> String
  func postureFigure(_ title: String, measures: [String]) -> String
}

/// The words of every document while no client's language is known.
let standardWords: any HandoutWords = EnglishHandoutWords()
