import Glibc

/// The actor that isolates all use of libpq. It runs on a thread of its own, so that libpq never blocks Swift's
/// cooperative pool, and the compiler proves that no two threads share a session.
@globalActor
package actor PostgresLoop {
  package static let shared = PostgresLoop()
  nonisolated let events = DatabaseEventLoop()
  package nonisolated var unownedExecutor: UnownedSerialExecutor { events.asUnownedSerialExecutor() }
}

/// A thread that runs jobs and, when there are none, blocks in `poll` until a socket that a job waits for is ready.
///
/// Tasks that wait often should also prefer it as their task executor: a continuation resumes a task on its preferred
/// executor, and a task of the shared pool would need two context switches to get back here.
final class DatabaseEventLoop: SerialExecutor, TaskExecutor {
  private struct Waiter {
    let descriptor: pollfd
    let deadline: ContinuousClock.Instant?
    let continuation: CheckedContinuation<Bool, Never>
  }

  private struct State {
    var jobs: [UnownedJob] = []
    /// Changed only on the event loop's thread.
    var waiters: [Waiter] = []
    var isBlocked = false
  }

  private let state = Locked(State())
  private let wakeReader: Int32
  private let wakeWriter: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "no file descriptors left for the event loop's pipe")
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (wakeReader, wakeWriter) = (ends[0], ends[1])
    DetachedThread.start { self.run() }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let mustWake = state.withLock { state in
      state.jobs.append(job)
      defer { state.isBlocked = false }
      return state.isBlocked
    }
    if mustWake {
      _ = write(wakeWriter, [1], 1)
    }
  }

  /// Waits until the socket is readable or, with `orWriting`, writable.
  /// - Returns: false when the deadline passed first.
  @PostgresLoop
  func readiness(of socket: Int32, orWriting: Bool = false, until deadline: ContinuousClock.Instant?) async -> Bool {
    let events = Int16(orWriting ? POLLIN | POLLOUT : POLLIN)
    return await withCheckedContinuation { continuation in
      let waiter = Waiter(
        descriptor: pollfd(fd: socket, events: events, revents: 0), deadline: deadline, continuation: continuation)
      state.withLock { $0.waiters.append(waiter) }
    }
  }

  /// Waits until a point in time. (`poll` ignores negative descriptors.)
  @PostgresLoop
  func sleep(until deadline: ContinuousClock.Instant) async {
    _ = await readiness(of: -1, until: deadline)
  }

  private func run() -> Never {
    while true {
      runJobs()
      let (waiters, jobsArrived) = state.withLock { state in
        state.isBlocked = state.jobs.isEmpty
        return (state.waiters, !state.jobs.isEmpty)
      }
      var descriptors = waiters.map(\.descriptor)
      descriptors.append(pollfd(fd: wakeReader, events: Int16(POLLIN), revents: 0))
      let timeout = jobsArrived ? 0 : Self.milliseconds(until: waiters.compactMap(\.deadline).min())
      _ = poll(&descriptors, nfds_t(descriptors.count), timeout)
      if descriptors[waiters.count].revents != 0 {
        drainWakes()
      }
      resume(waiters, descriptors)
    }
  }

  private func runJobs() {
    while true {
      let jobs = state.withLock { state in
        state.isBlocked = false
        defer { state.jobs = [] }
        return state.jobs
      }
      if jobs.isEmpty { return }
      for job in jobs {
        job.runSynchronously(isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
      }
    }
  }

  private func resume(_ waiters: [Waiter], _ descriptors: [pollfd]) {
    let now = ContinuousClock.now
    var waiting: [Waiter] = []
    var done: [(Waiter, Bool)] = []
    for (waiter, descriptor) in zip(waiters, descriptors) {
      if descriptor.revents != 0 {
        done.append((waiter, true))
      } else if let deadline = waiter.deadline, deadline <= now {
        done.append((waiter, false))
      } else {
        waiting.append(waiter)
      }
    }
    if done.isEmpty { return }
    state.withLock { $0.waiters = waiting }
    for (waiter, isReady) in done {
      waiter.continuation.resume(returning: isReady)
    }
  }

  private func drainWakes() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(wakeReader, &bytes, bytes.count) == bytes.count {}
  }

  /// The timeout for `poll`, where -1 means none. Rounded up, so that the deadline has passed when `poll` returns.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = ContinuousClock.now.duration(to: deadline)
    if left <= .zero { return 0 }
    return Int32(clamping: Int64((left / .milliseconds(1)).rounded(.up)))
  }
}
