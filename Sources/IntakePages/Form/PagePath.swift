/// The pages of a form that are no screens of it: the last part of their address, after the link.
enum PagePath {
  static let check = "check"
  static let copy = "copy.txt"
  static let lastTime = "last-time"
  static let privacy = "privacy"
  static let receipt = "receipt"
  static let resume = "resume"
  static let saved = "saved"
  static let stop = "stop"
}
