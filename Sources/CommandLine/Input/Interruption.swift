import Foundation
import Synchronization

/// Ends the program with status 130 on Ctrl-C, after saying where unsaved text is, or removing a file without any.
enum Interruption {
  /// The address of a C string, or 0. The string is made beforehand, because a signal handler may not allocate, and never
  /// freed, because the handler may be reading it.
  private static let lastWords = Atomic<UInt>(0)
  /// The address of a path, or 0; made and kept in the same way.
  private static let lastFile = Atomic<UInt>(0)

  static func listen() {
    say(nil)
    signal(SIGINT) { _ in
      if let words = UnsafePointer<CChar>(bitPattern: Interruption.lastWords.load(ordering: .acquiring)) {
        _ = write(STDERR_FILENO, words, strlen(words))
      }
      if let file = UnsafePointer<CChar>(bitPattern: Interruption.lastFile.load(ordering: .acquiring)) { unlink(file) }
      _exit(ExitStatus.interrupted.rawValue)
    }
  }

  /// - Parameters:
  ///   - words: nil for none; then what comes next still stands on a line of its own, as after any answer.
  ///   - file: the path of a file that nobody would miss.
  static func say(_ words: String?, removing file: String? = nil) {
    let none = isatty(STDERR_FILENO) == 1 ? "\n" : nil
    let last = words.map { "\n\($0)\n" } ?? none
    // The file that was named before may have words by now.
    lastFile.store(0, ordering: .releasing)
    lastWords.store(last.map { UInt(bitPattern: strdup($0)) } ?? 0, ordering: .releasing)
    lastFile.store(file.map { UInt(bitPattern: strdup($0)) } ?? 0, ordering: .releasing)
  }
}
