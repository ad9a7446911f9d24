import Foundation

/// The words of the short pages for what cannot be shown or done.
protocol NoticeWords {
  var unknownLinkTitle: String { get }
  var unknownLink: [String] { get }
  var cookiesBlockedTitle: String { get }
  var cookiesBlocked: [String] { get }
  var endedLinkTitle: String { get }
  var endedLink: String { get }
  var endedPlanLink: String { get }
  /// A new link was sent to the address that the practice has.
  var renewedLinkTitle: String { get }
  var renewedLink: String { get }
  /// The page on which a reader asks for no more messages.
  var noMessagesTitle: String { get }
  func noMessages(practice: String) -> String
  var noMessagesButton: String { get }
  var messagesStoppedTitle: String { get }
  func messagesStopped(practice: String) -> [String]
  var unknownPageTitle: String { get }
  var unknownPage: String { get }
  var unreadableFormTitle: String { get }
  var unreadableForm: String { get }
  var alreadySentTitle: String { get }
  /// - Parameter day: nil when it is not known.
  func alreadySent(therapist: String, on day: Date?) -> String
  /// Another browser sent the same answers before.
  func sameAnswers(on time: Date) -> String
  /// A page came after its form was sent.
  var sentWithoutPage: String { get }
  var alreadySentHint: String { get }

  /// The page of a plan that is not to be followed just now.
  var pausedPlanTitle: String { get }
  var pausedPlan: [String] { get }
  /// The page of a plan that another one has replaced.
  var revisedPlanTitle: String { get }
  var revisedPlan: [String] { get }

  var notStoredTitle: String { get }
  var notStored: [String] { get }
  var notSavedTitle: String { get }
  var anotherWindow: String { get }
  var tooManyBrowsers: String { get }
  var tooLong: String { get }
  var tooLate: String { get }
  var toCopy: String { get }
  var stillHere: String { get }
  var tryAgain: String { get }
  func youWrote(_ number: Int, of count: Int) -> String

  var unavailableTitle: String { get }
  var unavailable: String { get }
  var failedTitle: String { get }
  var failed: String { get }
  /// Precedes the reference.
  var failedAgain: String { get }
  /// The title of the page for a request that the server rejects.
  var rejectedTitle: String { get }
}
