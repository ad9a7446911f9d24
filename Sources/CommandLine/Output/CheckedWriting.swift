import Foundation

/// A failed write, as the system reports it.
struct WriteFailure: Error {
  /// The value of `errno`.
  let code: Int32

  /// Whether nobody reads the other end any more.
  var readerIsGone: Bool { code == EPIPE }

  var reason: String { String(cString: strerror(code)) + "." }

  /// Throws the current `errno` if a call of the system returned -1.
  @discardableResult static func check(_ result: Int32) throws(WriteFailure) -> Int32 {
    guard result != -1 else { throw WriteFailure(code: errno) }
    return result
  }
}

/// Writing to descriptors with every write checked.
enum CheckedWriting {
  /// Writes all bytes, whatever the descriptor takes at a time.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(WriteFailure) {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      switch written < 0 ? errno : 0 {
      case 0: start += written
      case EINTR: break
      case EAGAIN:
        var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&room, 1, -1)
      default: throw WriteFailure(code: errno)
      }
    }
  }

  /// Closes a descriptor. Some file systems say only now that there was no room.
  static func close(_ descriptor: Int32) throws(WriteFailure) {
    try WriteFailure.check(Foundation.close(descriptor))
  }
}
