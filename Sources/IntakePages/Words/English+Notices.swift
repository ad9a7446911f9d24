import Foundation

extension English {
  var unknownLinkTitle: String { "This link leads nowhere" }
  var unknownLink: [String] {
    [
      "It may have ended, been replaced, or been cut short on its way.",
      "Open it again from the message you got. If that does not help, ask your therapist for a new link.",
    ]
  }
  var cookiesBlockedTitle: String { "This browser keeps nothing" }
  var cookiesBlocked: [String] {
    [
      "It did not keep the one cookie that holds the key to your form, so nothing that you type would be kept.",
      "Allow cookies for this page, or open your link in another browser. Then begin again. Or call us.",
    ]
  }
  var endedLinkTitle: String { "This link has ended" }
  var endedLink: String { "Links work for some days only. Ask for a new one, and your practice is told." }
  var endedPlanLink: String {
    "What helped you then may not be right for you now. Before you go on with a copy that you kept or printed, ask your "
      + "therapist. Or ask for a new link here, and they look at your plan first."
  }
  var renewedLinkTitle: String { "A new link is on its way" }
  var renewedLink: String {
    "It goes to the address that your practice has of you. If nothing comes within an hour, call your practice."
  }
  var noMessagesTitle: String { "No more messages" }
  func noMessages(practice: String) -> String {
    "\(practice) then sends you no more links and reminders. You can agree to them again with your next form."
  }
  var noMessagesButton: String { "Send me no more messages" }
  var messagesStoppedTitle: String { "You get no more messages" }
  func messagesStopped(practice: String) -> [String] {
    [
      "\(practice) sends you no more links and reminders, and your therapist sees that you asked for this.",
      "It was a mistake? Tell your therapist, or agree again with your next form.",
    ]
  }
  var unknownPageTitle: String { "There is no such page" }
  var unknownPage: String { "Check the address, or open your link again." }
  var unreadableFormTitle: String { "Error: we could not read this form" }
  var unreadableForm: String { "Nothing was changed. Go back, reload the page and try again." }
  var alreadySentTitle: String { "This form was sent" }
  func alreadySent(therapist: String, on day: Date?) -> String {
    "\(therapist) got it\(day.map { " on \(self.day($0))" } ?? ""). There is nothing more to do."
  }
  func sameAnswers(on time: Date) -> String {
    "The same answers were sent already, on \(day(time)). They have arrived, and there is nothing more to do."
  }
  var sentWithoutPage: String {
    "Your form was sent before, without this page. If what you wrote here matters, please call us."
  }
  var alreadySentHint: String {
    "Something has changed? Call us. The copy of the answers opens only on the device they were sent from."
  }

  var pausedPlanTitle: String { "Your plan is paused" }
  var pausedPlan: [String] {
    [
      "Please do not go on with it, nor with a copy that you kept or printed.",
      "Something has changed that your therapist has to look at first. Call us before you do more of it.",
    ]
  }
  var revisedPlanTitle: String { "There is a newer plan" }
  var revisedPlan: [String] {
    [
      "Please do not go on with this one, nor with a copy of it that you kept or printed.",
      "Open the link of the newer plan. If you do not have it, call us.",
    ]
  }

  var notStoredTitle: String { "We could not save this page yet" }
  var notStored: [String] {
    [
      "The fault is ours. Your answers are still here, in this page; what you sent before is safe.",
      "Wait a moment, then try again. Please do not close this page.",
    ]
  }
  var notSavedTitle: String { "This page was not saved" }
  var anotherWindow: String { "Another window saved at the same time." }
  var tooManyBrowsers: String {
    """
    This form was begun in too many places. Go on where you began it, or call us for a new link.
    """
  }
  var tooLong: String { "This is more than we can keep. Make the longest answers shorter." }
  var tooLate: String { "This cannot be done any more. Open your link again." }
  var toCopy: String { "What you wrote is here, to be copied." }
  var stillHere: String { "What you typed is still here, in this page." }
  var tryAgain: String { "Try again" }
  func youWrote(_ number: Int, of count: Int) -> String {
    count == 1 ? "You wrote" : "You wrote (\(number) of \(count))"
  }

  var unavailableTitle: String { "We cannot open your form just now" }
  var unavailable: String { "The fault is ours. What you saved is safe. Please try again in a minute." }
  var failedTitle: String { "Something went wrong" }
  var failed: String { "The fault is ours, and what you saved is safe. Go back and try again." }
  var failedAgain: String { "If it happens again, call us and give this code:" }
  var rejectedTitle: String { "This did not work" }
}

extension English {
  var privacyLink: String { "Read how we keep your answers (opens a new tab)" }
  var privacyTitle: String { "How we keep your answers" }

  func privacy(practice: String) -> [TextBlock] {
    [
      .heading("What we keep, and why"),
      .paragraph(
        """
        Your answers, what your therapist finds, and your plan. We use them to keep your massage safe and to plan your \
        care. We use them for nothing else.
        """),
      .heading("Who sees them"),
      .paragraph(
        """
        Your therapist, those who stand in for them, and the owner of \(practice). Each look at your record is noted. \
        Nobody else sees it, unless you agree or the law asks for it.
        """),
      .paragraph(
        "Until you send this form, it is locked. Only you can open it, on the device you use or with your code."),
      .heading("How long"),
      .paragraph("As long as the law asks us to keep such records. Then they are erased."),
      .heading("Your rights"),
      .bullets([
        "You can ask for a copy: tell us, or use the button on the page you see after sending.",
        "You can have mistakes put right.",
        "You can take back what you agreed to, at any time: tell us, or use the button there. We then stop what rests on it.",
        "You can ask us to erase your record. If the law makes us keep a part, we tell you which.",
      ]),
      .paragraph("This page sets one cookie. It holds the key to your unsent form, and nothing else."),
    ]
  }
}
