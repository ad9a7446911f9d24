/// The last path component of the pages that are not screens of the form.
enum PagePath {
  static let check = "check"
  static let copy = "copy.txt"
  static let privacy = "privacy"
  static let receipt = "receipt"
  static let resume = "resume"
  static let saved = "saved"
  static let stop = "stop"
  static let wish = "wish"
}
