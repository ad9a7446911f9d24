import Clinical

/// The words of the check-in between the visits.
protocol CheckInWords {
  /// The link on the page of the plan, and the title of the form it leads to.
  var checkInTitle: String { get }
  var checkInIntro: String { get }
  var checkInEmergency: String { get }
  /// The form for a client who said that something worries them.
  var worryTitle: String { get }
  var worryIntro: String { get }
  var timesDone: String { get }
  var didItHelp: String { get }
  func help(_ help: CheckInSheet.Help) -> String
  var didItHurt: String { get }
  func hurt(_ hurt: CheckInSheet.Hurt) -> String
  func sendCheckIn(therapist: String) -> String
  var checkInSentTitle: String { get }
  func checkInSent(therapist: String) -> String
  /// Precedes the items that are paused.
  var leaveOut: String { get }
  var backToPlan: String { get }
  var tooManyCheckIns: String { get }
  /// What was written before is in the form again.
  var checkInKept: String { get }
  var checkInTooLongToKeep: String { get }
}

extension English {
  var checkInTitle: String { "How is it going?" }
  var checkInIntro: String { "A short look at how you are. Your therapist reads it." }
  var checkInEmergency: String {
    "In an emergency do not wait for an answer: call your emergency number now."
  }
  var worryTitle: String { "What worries you?" }
  var worryIntro: String {
    "Your therapist will see that something worries you. Please say what it is, so that you are called in time."
  }
  var timesDone: String { "How many times in the last 7 days?" }
  var didItHelp: String { "Did it help?" }
  func help(_ help: CheckInSheet.Help) -> String {
    switch help {
    case .yes: "Yes"
    case .no: "No"
    case .unsure: "Not sure"
    }
  }
  var didItHurt: String { "Did it hurt?" }
  func hurt(_ hurt: CheckInSheet.Hurt) -> String {
    switch hurt {
    case .no: "No"
    case .aLittle: "A little"
    case .aLot: "A lot"
    }
  }
  func sendCheckIn(therapist: String) -> String { "Send to \(therapist)" }
  var checkInSentTitle: String { "Thank you" }
  func checkInSent(therapist: String) -> String {
    "\(therapist) has what you told. It may take a day or two until it is read."
  }
  var leaveOut: String { "Please leave this out until your therapist has looked at it:" }
  var backToPlan: String { "Back to your plan" }
  var checkInKept: String {
    "What you had filled in is here again. It was kept in this browser only, for a week, and is not sent yet."
  }
  var checkInTooLongToKeep: String {
    "This is too long to be kept for later. Please send it now, or shorten what you wrote."
  }
  var tooManyCheckIns: String { "This was sent very often today. If something is urgent, call us." }
}
