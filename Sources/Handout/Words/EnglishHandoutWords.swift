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
  func planTitle(client: String) -> String { "Home-care plan for \(client)" }
  var planHeading: String { "Your home-care plan" }
  var planKeywords: [String] { ["home care", "massage"] }
  var nextVisit: String { "Next visit" }
  var clientPage: String { "Your page" }

  var leadInEmergency: String { "Please get medical help now. The rest can wait." }
  var leadOnHold: String { "Please see a physician first. Until then, only do what is on this sheet." }

  func lead(_ counts: [(section: PlanSection, count: Int)], aims: [String]) -> String {
    let parts = counts.filter { $0.count > 0 }.map { section, count in
      let number = Self.numbers.indices.contains(count) ? Self.numbers[count] : String(count)
      return "\(number) \(noun(section, isOne: count == 1))"
    }
    let opening = [parts.dropLast().joined(separator: ", "), parts.last ?? ""].filter { !$0.isEmpty }
      .joined(separator: " and ").capitalisedFirst.sentence
    return aims.isEmpty ? opening : "\(opening) Your aim: \(aims.map(\.lowercasedFirst).joined(separator: "; "))."
  }

  private func noun(_ section: PlanSection, isOne: Bool) -> String {
    switch section {
    case .doing: isOne ? "thing to do at home" : "things to do at home"
    case .asking: isOne ? "person to see" : "people to see"
    case .knowing: isOne ? "thing to know" : "things to know"
    }
  }

  func title(of section: PlanSection) -> String {
    switch section {
    case .doing: "What to do at home"
    case .asking: "Whom to see"
    case .knowing: "Good to know"
    }
  }

  func stepsTitle(in section: PlanSection) -> String {
    switch section {
    case .doing: "How to do it"
    case .asking: "What to do"
    case .knowing: "What to remember"
    }
  }

  var doThisFirst: String { "Do this first" }
  var haveThisChecked: String { "Please have this checked" }
  var keptInMind: String { "What we keep in mind" }

  var painRegions: String { "Where you feel it" }
  func ofTen(_ score: String) -> String { EnglishAnswerWords().ofTen(score) }
  var findings: String { "What we found" }
  var findingNoticed: String { "What we noticed:" }
  var findingMatters: String { "Why it matters:" }
  var findingsAreNoDiagnosis: String { "These are working ideas that guide your plan. They are not a diagnosis." }

  var avoid: String { "What to avoid, and why" }
  var askFirst: String { "Ask first, and why" }

  var tickOff: String { "Tick off each day" }
  var tickOffHint: String {
    "One box for each time; above four times a day, one for the day. Bring this sheet to your next visit."
  }
  func tickOffGoesOn(afterWeek count: Int) -> String {
    "Your plan goes on after week \(count): copy the sheet before you fill it in."
  }
  func week(_ number: Int, from first: CalendarDate, to last: CalendarDate) -> String {
    let start = first.month == last.month ? String(first.day) : dayAndMonth(first)
    return "Week \(number), \(start) to \(dayAndMonth(last))"
  }
  func dayOfWeek(_ date: CalendarDate) -> String {
    "\(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][date.weekday]) \(date.day)"
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
  var takeCare: String { "Take care:" }
  var askFirstLabel: String { "Ask first:" }
  var agreed: String { "Agreed:" }
  var note: String { "Note for you:" }
  var goOn: String { "How to go on:" }
  var stopIf: String { "Stop if" }

  var chosenByTherapist: String { "Your therapist chose this for you." }
  func alsoHelps(with causes: [String]) -> String {
    "It also helps with: \(causes.map(\.lowercasedFirst).joined(separator: "; "))."
  }
  var askedAbout: String { "You asked about this." }
  var alreadyUsed: String { "You already use this." }
  var partOfEveryPlan: String { "It is part of every plan." }
}

// MARK: - A dose

extension EnglishHandoutWords {
  var setsLabel: String { "Sets" }
  var repeatsLabel: String { "Repeats" }
  var holdLabel: String { "Hold" }
  var timeLabel: String { "Time" }
  var howOftenLabel: String { "How often" }
  var durationLabel: String { "For" }

  func amount(_ name: String, _ figures: String) -> (label: String, value: String)? {
    switch name {
    case "b6_upper_mg_day_eu": ("Vitamin B6, at most (EU)", "\(figures) mg a day")
    case "b6_upper_mg_day_us": ("Vitamin B6, at most (US)", "\(figures) mg a day")
    case "dilution_percent": ("Dilution", "\(figures) %")
    case "hours": ("Time", "\(figures) hours")
    case "max_days": ("At most", "\(figures) days")
    case "max_hours_after_start": ("Only in the first", "\(figures) hours")
    case "max_tilt_deg": ("Tilt, at most", "\(figures)°")
    case "off_minutes": ("Pause", "\(figures) minutes")
    case "pressure_max_nrs": ("Pressure, at most", ofTen(figures))
    case "rounds": ("Rounds", figures)
    case "target_minutes": ("Build up to", "\(figures) minutes")
    case "upper_g_day_unsupervised": ("On your own, at most", "\(figures) g a day")
    case "upper_mg_day_eu": ("At most (EU)", "\(figures) mg a day")
    case "upper_mg_day_us": ("At most (US)", "\(figures) mg a day")
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
  func timesADay(_ count: Int) -> String { "\(times(count)) a day" }
  func glassesADay(_ count: Int) -> String { count == 1 ? "1 glass a day" : "\(count) glasses a day" }
  func portionsADay(_ count: Int) -> String { "\(count.counted("portion")) a day" }
  func daysAWeek(_ count: Int) -> String { count >= 7 ? "every day" : "\(days(count)) a week" }
  func weeks(_ count: Int) -> String { count.counted("week") }
  func days(_ count: Int) -> String { count.counted("day") }
  func trial(weeks: Int) -> String { "a trial of \(self.weeks(weeks))" }
  func lasting(_ span: String) -> String { "for \(span)" }
}
