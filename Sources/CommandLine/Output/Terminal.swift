import Foundation

/// One of the standard streams, which may be a terminal.
package struct Terminal: Sendable {
  package let descriptor: Int32
  package let isTerminal: Bool
  /// The columns of the terminal, at least 20; 80 when they are not known.
  package let width: Int
  package let height: Int
  package let colour: Bool

  init(
    descriptor: Int32, settings: CommandLineSettings, colour choice: ColourChoice = .auto, width wanted: Int? = nil
  ) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    var size = winsize()
    let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    let told = [wanted, settings.columns, known ? Int(size.ws_col) : nil]
    // script(1) and many CI systems report 0 columns.
    width = max(20, told.lazy.compactMap(\.self).first { $0 > 0 } ?? 80)
    height = known && size.ws_row > 0 ? Int(size.ws_row) : 24
    colour =
      switch choice {
      case .always: true
      case .never: false
      case .auto where settings.noColour || settings.environment["TERM"] == "dumb": false
      case .auto: isTerminal || settings.forcesColour
      }
  }

  /// Writes all bytes. A reader that has gone wants no more, so the rest is dropped and the command goes on.
  ///
  /// - Throws: `CommandError` when the bytes cannot be stored.
  package func write(_ bytes: some Sequence<UInt8>) throws {
    do {
      try CheckedWriting.write(Array(bytes), to: descriptor)
    } catch  where !error.readerIsGone {
      throw CommandError(unwritten: error)
    } catch {}
  }

  /// Writes all bytes for a reader who must get them.
  ///
  /// - Throws: `WriteFailure`, also when the reader has gone.
  func deliver(_ bytes: some Sequence<UInt8>) throws(WriteFailure) {
    try CheckedWriting.write(Array(bytes), to: descriptor)
  }

  /// Writes a remark or a question. Where standard error takes nothing, nobody can be told so.
  package func tell(_ bytes: some Sequence<UInt8>) {
    try? CheckedWriting.write(Array(bytes), to: descriptor)
  }
}

extension CommandError {
  init(unwritten failure: WriteFailure) {
    self.init(
      .failed, "the output could not be written, or not all of it.", why: [failure.reason],
      next: [
        "Make room, or choose another place with -o FILE.",
        "If it was to change something, that is done: look before you repeat it.",
      ])
  }
}

package enum ColourChoice: String, Sendable, CaseIterable { case auto, always, never }
