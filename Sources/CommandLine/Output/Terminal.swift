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

  /// Writes all bytes. When the reader has gone, the program ends quietly, as any filter does.
  package func write(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      switch written < 0 ? errno : 0 {
      case 0: start += written
      case EINTR: break
      case EAGAIN:
        var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&room, 1, -1)
      default: return
      }
    }
  }
}

package enum ColourChoice: String, Sendable, CaseIterable { case auto, always, never }
