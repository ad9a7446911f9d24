import Clinical

// MARK: - The intake

extension EnglishHandoutWords {
  func intakeTitle(client: String) -> String { "Intake of \(client)" }
  func intakeRunning(client: String) -> String { "intake of \(client)" }
  var intake: String { "Intake" }
  var intakeKeywords: [String] { ["intake", "massage"] }
  var sent: String { "Sent" }
  var state: String { "State" }
  var massage: String { "Massage" }
  func massage(_ advice: MassageAdvice, isFlagged: Bool) -> String {
    switch advice {
    case .ok where isFlagged: "as usual; the red flags ask for something else"
    case .ok: "no red flag raised by what was answered"
    case .modify: "with changes, see below"
    case .defer: "put off until cleared or well"
    case .stop: "none"
    }
  }
  func urgency(_ urgency: RedFlag.Urgency) -> String {
    switch urgency {
    case .emergency: "Emergency: act now"
    case .urgent: "Urgent: medical help before massage"
    case .refer: "Refer"
    case .caution: "Take care"
    }
  }
  func flagAcknowledged(_ action: String, note: String) -> String { "Acknowledged: \(action). \(note)" }
  var flagNotAcknowledged: String { "Not acknowledged yet." }
  var bodyChart: String { "On the body chart" }
}

// MARK: - The evaluation

extension EnglishHandoutWords {
  func evaluationTitle(client: String) -> String { "Postural evaluation of \(client)" }
  func evaluationRunning(client: String) -> String { "evaluation of \(client)" }
  var evaluation: String { "Postural evaluation" }
  var evaluationKeywords: [String] { ["evaluation", "massage"] }
  var patterns: String { "Patterns" }
  func changed(since day: CalendarDate) -> String { "Compared with \(self.day(day))" }
  var overTime: String { "Over time" }
  var fromPhotos: String { "Measured on photos" }
  var drawnLines: String { "Drawn:" }
  func drawnLines(since day: CalendarDate?) -> String {
    day.map { "this day in full lines, \(self.day($0)) in dashed ones, along the plumb line" } ?? "along the plumb line"
  }
  var notLevelled: String { "photo without a plumb line" }
  var triggerPoints: String { "Trigger points" }
  func triggerPoint(status: String) -> String { "\(status) trigger point" }
  func tenderness(_ grade: Int) -> String { "tenderness \(grade) of 4" }
  var tautBand: String { "taut band" }
  func refers(to regions: [String]) -> String {
    regions.isEmpty ? "refers" : "refers to \(regions.joined(separator: ", "))"
  }
  func severity(_ grade: Int) -> String { EnglishAnswerWords().severity(grade) }
}

// MARK: - The visit

extension EnglishHandoutWords {
  func visitTitle(client: String) -> String { "Visit of \(client)" }
  func visitRunning(client: String) -> String { "visit of \(client)" }
  var visit: String { "Visit" }
  var visitKeywords: [String] { ["visit", "massage"] }
  func visitPart(_ part: VisitNote.Part) -> String { part.heading }
  var clientLabel: String { "Client" }
  var bornLabel: String { "Born" }
  var therapistLabel: String { "Therapist" }
  var visitDate: String { "Day" }
  var visitLength: String { "Length" }
  var signedLabel: String { "Signed" }
  func signed(by name: String, on day: CalendarDate) -> String { "by \(name) on \(self.day(day))" }
  var notSigned: String { "not yet: this is a draft" }
  var addedAfterSigning: String { "Added after it was signed" }
  func added(by name: String, on day: CalendarDate) -> String { "\(name), \(self.day(day))" }
}

// MARK: - The paper form

extension EnglishHandoutWords {
  func formTitle(practice: String) -> String { "Intake form of \(practice)" }
  var form: String { "Intake form" }
  var formRunning: String { "intake form" }
  var formSubtitle: String { "To fill in by hand" }
  var formLead: String { "Questions with * need an answer. Leave out what does not apply to you." }
  var agree: String { EnglishAnswerWords().consent(true) }
}

// MARK: - Pictures

extension EnglishHandoutWords {
  var qrCode: String { "QR code that opens your page of this plan" }
  func bodyFigure(places: [String]) -> String {
    let numbered = places.enumerated().map { "\($0.offset + 1): \($0.element)" }
    return "A body from the front and the back. Marked are \(numbered.joined(separator: "; "))."
  }
  var front: String { "front" }
  var back: String { "back" }
  func lineChart(of title: String, values: [String]) -> String {
    "Line chart of \(title): \(values.joined(separator: "; "))."
  }
  func postureFigure(_ title: String, measures: [String]) -> String {
    "A posture drawn from the landmarks of a photo, \(title.lowercased()). \(measures.joined(separator: "; "))."
  }
}
