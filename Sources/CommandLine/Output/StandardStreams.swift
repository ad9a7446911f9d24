import Foundation

/// The three streams that the program is started with.
enum StandardStreams {
  /// Makes writing to them safe.
  ///
  /// A write to a pipe that nobody reads then fails, and does not end the program in the middle of a change. The handler is
  /// empty, because programs that are started would inherit an ignored signal. A stream that was closed is opened so that
  /// its use fails: else the next file or connection would take its number, and get what is printed.
  static func prepare() {
    signal(SIGPIPE) { _ in }
    for (descriptor, way) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", way)
    }
  }

  /// Closes standard output, because some file systems say only then that there was no room.
  static func closeOutput() throws(WriteFailure) { try CheckedWriting.close(STDOUT_FILENO) }
}
