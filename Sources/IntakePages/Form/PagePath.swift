/// The last path component of the pages that are not screens of the form.
enum PagePath {
  static let call = "call"
  static let check = "check"
  /// The query of an address to which a response leads that sets a cookie.
  static let cookieWasSet = "kept"
  /// The query after a code has opened what was begun elsewhere.
  static let answersWereFound = "found"
  static let copy = "copy.txt"
  static let done = "done"
  static let help = "help"
  static let more = "more"
  static let newLink = "new-link"
  static let privacy = "privacy"
  static let receipt = "receipt"
  static let resume = "resume"
  static let saved = "saved"
  static let stop = "stop"
  static let wish = "wish"
}
