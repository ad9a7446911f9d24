import Foundation
import Synchronization

/// Ctrl-C ends the program with 130, and first says where unsaved words are.
enum Interruption {
  /// The address of a C string, or 0. It is made beforehand, since a signal handler may not allocate, and never freed,
  /// since it may just be read.
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

  static func say(_ words: String?) {
    lastWords.store(words.map { UInt(bitPattern: strdup("\n\($0)\n")) } ?? 0, ordering: .releasing)
  }
}
