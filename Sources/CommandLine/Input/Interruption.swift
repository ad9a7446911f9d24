import Foundation
import Synchronization

/// Ends the program with status 130 on Ctrl-C, after saying where unsaved text is.
enum Interruption {
  /// The address of a C string, or 0. The string is made beforehand, because a signal handler may not allocate, and never
  /// freed, because the handler may be reading it.
  private static let lastWords = Atomic<UInt>(0)

  static func listen() {
    say(nil)
    signal(SIGINT) { _ in
      if let words = UnsafePointer<CChar>(bitPattern: Interruption.lastWords.load(ordering: .acquiring)) {
        _ = write(STDERR_FILENO, words, strlen(words))
      }
      _exit(ExitStatus.interrupted.rawValue)
    }
  }

  /// - Parameter words: nil for none; then what comes next still stands on a line of its own, as after any answer.
  static func say(_ words: String?) {
    let none = isatty(STDERR_FILENO) == 1 ? "\n" : nil
    let last = words.map { "\n\($0)\n" } ?? none
    lastWords.store(last.map { UInt(bitPattern: strdup($0)) } ?? 0, ordering: .releasing)
  }
}
