import Foundation

/// What other threads pass to the event loop: handlers that can resume, their responses, and the request to stop. As the
/// handlers' task executor it resumes them on the event loop's thread. It uses NSLock, because `Synchronization.Mutex`
/// causes false reports of the thread sanitizer on this toolchain.
final class Inbox: TaskExecutor, @unchecked Sendable {
  struct HandlerResponse {
    let connection: HTTPConnection.ID
    let response: Response
  }

  struct Contents {
    var responses: [HandlerResponse] = []
    var shouldStop = false
  }

  private let lock = NSLock()
  private var contents = Contents()
  private var jobs: [UnownedJob] = []
  private var hasChanged = false
  /// Whether the event loop will look into the inbox without being woken.
  private var isAwake = false
  private let writeEnd: Int32
  /// Readable when the event loop should look into the inbox.
  let readEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    let made = pipe(&ends)
    precondition(made == 0, "no file descriptors left for the event loop's pipe")
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

  func deliver(_ response: HandlerResponse) {
    change { contents.responses.append(response) }
  }

  func stop() {
    change { contents.shouldStop = true }
  }

  /// Called by the event loop before it blocks.
  /// - Returns: whether the inbox is empty. If so, the next change wakes the event loop.
  func prepareToBlock() -> Bool {
    lock.withLock {
      isAwake = hasChanged || !jobs.isEmpty
      return !isAwake
    }
  }

  /// Called by the event loop after it has blocked: it is going to look into the inbox by itself.
  func didWake() {
    lock.withLock { isAwake = true }
  }

  /// Removes and returns the jobs that have waited longest.
  func takeJobs(atMost limit: Int) -> [UnownedJob] {
    lock.withLock {
      let taken = Array(jobs.prefix(limit))
      jobs.removeFirst(taken.count)
      return taken
    }
  }

  /// Returns everything else and removes it, except the request to stop.
  func takeContents() -> Contents {
    lock.withLock {
      defer {
        contents.responses = []
        hasChanged = false
      }
      return contents
    }
  }

  var responseCount: Int { lock.withLock { contents.responses.count } }

  /// Empties the pipe that has woken the event loop.
  func drain() {
    var bytes: (UInt64, UInt64) = (0, 0)
    _ = read(readEnd, &bytes, MemoryLayout.size(ofValue: bytes))
  }

  /// Changes the contents and wakes the event loop by a byte in the pipe, unless it is awake or has been woken already.
  private func change(_ body: () -> Void) {
    let mustWake = lock.withLock {
      body()
      hasChanged = true
      defer { isAwake = true }
      return !isAwake
    }
    if mustWake { _ = write(writeEnd, [1], 1) }
  }
}
