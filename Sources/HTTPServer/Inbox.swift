import Foundation

/// What other threads hand to the event loop: finished answers and the wish to stop. NSLock, because
/// `Synchronization.Mutex` draws false reports from the thread sanitizer on this toolchain.
final class Inbox: @unchecked Sendable {
  struct Answer {
    let connection: Connection.ID
    let response: Response
  }

  struct Contents {
    var answers: [Answer] = []
    var wantsStop = false
  }

  private let lock = NSLock()
  private var contents = Contents()
  private var hasNews = false
  /// Whether the loop will look without being woken.
  private var isAwake = false
  private let writeEnd: Int32
  /// Readable when the loop should look.
  let readEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    let made = pipe(&ends)
    precondition(made == 0, "no descriptors left for the server's own pipe")
    (readEnd, writeEnd) = (ends[0], ends[1])
    Socket.makeNonBlocking(readEnd)
    Socket.makeNonBlocking(writeEnd)
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  func deliver(_ answer: Answer) {
    change { $0.answers.append(answer) }
  }

  func stop() {
    change { $0.wantsStop = true }
  }

  /// To be asked by the loop before it waits: whether there is nothing to take. If so, news will wake it.
  func letsRest() -> Bool {
    lock.withLock {
      isAwake = hasNews
      return !hasNews
    }
  }

  /// To be told when the loop has waited: it will look by itself.
  func rouse() {
    lock.withLock { isAwake = true }
  }

  /// Everything since the last time; the wish to stop stays.
  func take() -> Contents {
    lock.withLock {
      defer {
        contents.answers = []
        hasNews = false
      }
      return contents
    }
  }

  /// Forgets what has woken the loop.
  func drain() {
    var bytes: (UInt64, UInt64) = (0, 0)
    _ = read(readEnd, &bytes, MemoryLayout.size(ofValue: bytes))
  }

  /// One byte in the pipe wakes the loop, however many answers come before it looks.
  private func change(_ body: (inout Contents) -> Void) {
    let mustWake = lock.withLock {
      body(&contents)
      hasNews = true
      defer { isAwake = true }
      return !isAwake
    }
    if mustWake { _ = write(writeEnd, [1], 1) }
  }
}
