import Clinical
import Foundation

/// Whom the form is about, and what to do about an urgent answer.
extension English {
  var ofAnother: any PageWords {
    var words = self
    words.isOfAnother = true
    return words
  }
  func whoIsMeant(_ client: String?) -> String {
    let person = client ?? "the person"
    return isOfAnother
      ? "“They” is \(person)\(client == nil ? " who" : ", who") comes for the massage."
      : "“You” is \(person)\(client == nil ? " who" : ", who") comes for the massage."
  }
  func whoAgrees(_ client: String?) -> String {
    "What is agreed to is in the words of whoever agrees: read it out to \(client ?? "them"), or agree in their place."
  }
  var yourLeft: String { isOfAnother ? "Their left" : "Your left" }
  var yourRight: String { isOfAnother ? "Their right" : "Your right" }

  var stopTitle: String { "Please read this first" }
  var emergencyHeading: String { "Please get help now" }
  func sameDayHeading(_ callee: RedFlag.Callee) -> String {
    switch callee {
    case .maternity: isOfAnother ? "Call their midwife or doctor today" : "Call your midwife or doctor today"
    case .doctor: isOfAnother ? "Call their doctor today" : "Call your doctor today"
    case .practice: isOfAnother ? "We would like to talk with them first" : "We would like to talk with you first"
    }
  }
  func sayToTheDoctor(_ callee: RedFlag.Callee) -> String {
    callee == .practice
      ? "Call us, or let us call you."
      : "Say that you filled in a form for a massage, and read out the lines above. No doctor to call? Use a walk-in clinic."
  }
  var ifItGetsWorse: String { "It gets worse, or \(isOfAnother ? "they feel" : "you feel") very ill? Do not wait." }
  var helpTitle: String { "Very ill, or rather be called?" }
  var helpIntro: String { "Very ill, in sudden strong pain, or newly weak or numb? Do not wait for us." }
  var noMassageToday: String {
    isOfAnother ? "They should not come for a massage today." : "Do not come for a massage today."
  }
  func callNumber(_ number: String) -> String { "Call \(number)" }
  var sayOnThePhone: String {
    isOfAnother
      ? "On the phone, say what is wrong, when it began, and where they are. They must not drive."
      : "On the phone, say what is wrong, when it began, and where you are. Do not drive yourself."
  }
  var callEmergencyNumber: String {
    "Call your local emergency number, such as 112, 911 or 999."
  }
  var stopReason: String { "It may be nothing bad. It is right to have it checked." }
  func answersAreKept(therapist: String) -> String {
    "Your answers are kept. You can go on now or later; once you send the form, \(therapist) sees this first."
  }
  var goOnWithForm: String { "Go on with the form" }
}
