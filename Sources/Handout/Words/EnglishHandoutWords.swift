import Clinical

/// Printed documents in English.
struct EnglishHandoutWords: HandoutWords {
  let language = "en"

  func day(_ date: CalendarDate) -> String { EnglishAnswerWords().day(date) }

  let madeBy = "Made by"
  let date = "Date"
  let contentVersion = "Content version"
  func contentVersionIs(_ version: String) -> String { "Content version \(version)." }

  func page(_ number: Int, of count: Int) -> String { "Page \(number) of \(count)" }

  private func dayAndMonth(_ date: CalendarDate) -> String { EnglishAnswerWords().dayAndMonth(date) }

  private static let numbers = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
}

// MARK: - The plan

extension EnglishHandoutWords {
  func replaces(planOf day: CalendarDate) -> String { "Replaces the plan of \(self.day(day))" }
  var newItems: String { "New:" }
  var changedItems: String { "Changed:" }
  var goneItems: String { "Gone:" }
  var sameItems: String { "The things to do are the same." }
  func planTitle(client: String) -> String { "Home-care plan for \(client)" }
  var planHeading: String { "Your home-care plan" }
  var planKeywords: [String] { ["home care", "massage"] }
  var nextVisit: String { "Next visit" }
  var clientPage: String { "Your page" }

  var leadInEmergency: String { "Please get medical help now. The rest can wait." }
  var leadOnHold: String { "Please see a physician first. Until then, only do what is on this sheet." }

  func lead(things: Int, minutes: Int, people: Int, aims: [String]) -> String {
    let time = minutes > 0 ? ", about \(self.minutes(minutes)) of exercise a day" : ""
    let parts = [
      things > 0 ? "\(number(things)) \(things == 1 ? "thing" : "things") to do at home\(time)" : nil,
      people > 0 ? "\(number(people)) \(people == 1 ? "person" : "people") to see" : nil,
    ].compactMap(\.self)
    let opening = parts.map { $0.capitalisedFirst.sentence }.joined(separator: " ")
    return aims.isEmpty ? opening : "\(opening) Your aim: \(aims.map(\.lowercasedFirst).joined(separator: "; "))."
  }

  private func number(_ count: Int) -> String {
    Self.numbers.indices.contains(count) ? Self.numbers[count] : String(count)
  }

  var doNow: String { "What to do now" }
  func step(_ number: Int) -> String { "Step \(number), for later" }
  var goOnWhen: String { "Start the next step when:" }
  var goBackWhen: String { "Go back one step when:" }
  var fourAreEnough: String { "Then leave out as many of the things before: four at a time are enough." }
  var whomToSee: String { "Whom to see" }
  var whatToDo: String { "What to do:" }
  var goodToKnow: String { "Good to know" }
  var whatToRemember: String { "Remember:" }

  var doThisFirst: String { "Do this first" }
  var haveThisChecked: String { "Please have this checked" }
  var keptInMind: String { "What we keep in mind" }

  var painRegions: String { "Where you feel it" }
  var findings: String { "What may be behind it" }
  func cause(_ title: String, isLikely: Bool) -> String { "\(title) (\(isLikely ? "likely" : "possible"))" }
  var findingNoticed: String { "What we noticed:" }
  var findingMatters: String { "What it means:" }
  var findingsAreNoDiagnosis: String { "These are working ideas that guide your plan. They are not a diagnosis." }

  var avoid: String { "What to avoid, and why" }
  var askFirst: String { "Ask first, and why" }

  var tickOff: String { "Tick off each day" }
  var tickOffHint: String {
    "Tick what you did. In the evening write how strong your pain was. Bring this sheet to your next visit."
  }
  var painOfDay: String { "Your pain, 0 to 10" }
  func ifReady(forStep number: Int) -> String { "Step \(number), if you are ready for it" }
  func tickOffGoesOn(afterWeek count: Int) -> String {
    "Your plan goes on after week \(count): copy the sheet before you fill it in."
  }
  func weeks(_ count: Int, from first: CalendarDate, to last: CalendarDate) -> String {
    let start = first.month == last.month ? String(first.day) : dayAndMonth(first)
    return "\(count == 1 ? "Week 1" : "Weeks 1 to \(count)"), \(start) to \(dayAndMonth(last))"
  }
  func dayOfWeek(_ date: CalendarDate) -> String {
    "\(EnglishAnswerWords().shortWeekday(date)) \(date.day)"
  }

  func meetAgain(on day: CalendarDate) -> String {
    "We meet again on \(self.day(day)). Bring this sheet and your questions."
  }
  var bookNextVisit: String { "Call us to book your next visit. Bring this sheet and your questions." }
  func contentReviewed(version: String, by reviewer: String?) -> String {
    let review = reviewer.map { "Reviewed by \($0)." } ?? "This practice has not yet named a clinical reviewer."
    return "\(contentVersionIs(version)) \(review)"
  }
}

// MARK: - An item

extension EnglishHandoutWords {
  var why: String { "Why:" }
  var sameReason: String { "For the same reason." }
  var takeCare: String { "Take care:" }
  var askFirstLabel: String { "Ask first:" }
  var agreed: String { "Agreed:" }
  var note: String { "Note for you:" }
  var goOn: String { "How to go on:" }
  var stopIf: String { "Stop if:" }
  var stopWhateverYouDo: String { "Stop, whatever you are doing, and call us if" }

  var chosenByTherapist: String { "Your therapist chose this for you." }
  func alsoHelps(with causes: [String]) -> String {
    "It also helps with: \(causes.map(\.lowercasedFirst).joined(separator: "; "))."
  }
  var askedAbout: String { "You asked about this." }
  var alreadyUsed: String { "You already use this." }
  var gotWorse: String { "You told us twice that it got worse." }
  var partOfEveryPlan: String { "It is part of every plan." }
  var suitsEveryone: String { "It does most people good, whatever is behind the pain." }
  var howSureWeAre: String { EnglishAnswerWords().howSureWeAre }
}

// MARK: - A dose

extension EnglishHandoutWords {

  func amount(_ name: String, _ figures: String) -> (label: String, value: String)? {
    switch name {
    case "b6_upper_mg_day_eu": ("Vitamin B6, at most in Europe", "\(figures) mg a day")
    case "b6_upper_mg_day_us": ("Vitamin B6, at most in the United States", "\(figures) mg a day")
    case "dilution_percent": ("Dilution", "\(figures) %")
    case "hours": ("Time", "\(figures) hours")
    case "max_days": ("At most", "\(figures) days")
    case "max_hours_after_start": ("Only in the first", "\(figures) hours")
    case "max_tilt_deg": ("Tilt, at most", "\(figures)°")
    case "off_minutes": ("Pause", "\(figures) minutes")
    case "pressure_max_nrs": ("Pressure, at most", EnglishAnswerWords().ofTen(figures))
    case "rounds": ("Rounds", figures)
    case "target_minutes": ("Build up to", "\(figures) minutes")
    case "upper_g_day_unsupervised": ("On your own, at most", "\(figures) g a day")
    case "upper_mg_day_eu": ("At most in Europe", "\(figures) mg a day")
    case "upper_mg_day_us": ("At most in the United States", "\(figures) mg a day")
    default: nil
    }
  }

  func sets(_ count: Int) -> String { count.counted("set") }
  func sets(_ count: Int, of repeats: Int) -> String { "\(count.counted("set")) of \(repeats)" }
  func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }
  func hold(seconds: Int, isEach: Bool) -> String {
    isEach ? "hold each for \(self.seconds(seconds))" : "hold for \(self.seconds(seconds))"
  }
  func seconds(_ count: Int) -> String { count.counted("second") }
  func minutes(_ count: Int) -> String {
    count >= 120 && count % 60 == 0 ? (count / 60).counted("hour") : count.counted("minute")
  }
  func inAll(minutes: Int) -> String { "about \(self.minutes(minutes)) in all" }
  func onSide(_ side: Dose.Side) -> String {
    switch side {
    case .left: "on the left side"
    case .right: "on the right side"
    case .both: "on both sides"
    }
  }
  func timesADay(_ count: Int) -> String { "\(times(count)) a day" }
  func glassesADay(_ count: Int) -> String { count == 1 ? "1 glass a day" : "\(count) glasses a day" }
  func portionsADay(_ count: Int) -> String { "\(count.counted("portion")) a day" }
  func daysAWeek(_ count: Int) -> String { count >= 7 ? "every day" : "\(days(count)) a week" }
  func weeks(_ count: Int) -> String { count.counted("week") }
  func days(_ count: Int) -> String { count.counted("day") }
  func trial(weeks: Int) -> String { "a trial of \(self.weeks(weeks))" }
  func lasting(_ span: String) -> String { "for \(span)" }
}
