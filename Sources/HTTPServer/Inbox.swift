import Foundation

/// What is handed to the event loop: handlers that can go on, finished answers and the wish to stop. As the executor of
/// the handlers it brings them back to the loop's thread after each wait. NSLock, because `Synchronization.Mutex` draws
/// false reports from the thread sanitizer on this toolchain.
final class Inbox: TaskExecutor, @unchecked Sendable {
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
  private var jobs: [UnownedJob] = []
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

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    change { jobs.append(job) }
  }

  func deliver(_ answer: Answer) {
    change { contents.answers.append(answer) }
  }

  func stop() {
    change { contents.wantsStop = true }
  }

  /// To be asked by the loop before it waits: whether there is nothing to take. If so, news will wake it.
  func letsRest() -> Bool {
    lock.withLock {
      isAwake = hasNews || !jobs.isEmpty
      return !isAwake
    }
  }

  /// To be told when the loop has waited: it will look by itself.
  func rouse() {
    lock.withLock { isAwake = true }
  }

  /// The jobs that have waited longest.
  func takeJobs(atMost limit: Int) -> [UnownedJob] {
    lock.withLock {
      let taken = Array(jobs.prefix(limit))
      jobs.removeFirst(taken.count)
      return taken
    }
  }

  /// Everything else since the last time; the wish to stop stays.
  func take() -> Contents {
    lock.withLock {
      defer {
        contents.answers = []
        hasNews = false
      }
      return contents
    }
  }

  var answerCount: Int { lock.withLock { contents.answers.count } }

  /// Forgets what has woken the loop.
  func drain() {
    var bytes: (UInt64, UInt64) = (0, 0)
    _ = read(readEnd, &bytes, MemoryLayout.size(ofValue: bytes))
  }

  /// One byte in the pipe wakes the loop, however much comes before it looks.
  private func change(_ body: () -> Void) {
    let mustWake = lock.withLock {
      body()
      hasNews = true
      defer { isAwake = true }
      return !isAwake
    }
    if mustWake { _ = write(writeEnd, [1], 1) }
  }
}
