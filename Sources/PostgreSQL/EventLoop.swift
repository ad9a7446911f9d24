import Glibc

/// All use of libpq happens here: isolation to this actor is isolation to one thread of our own, so nothing that
/// libpq does can starve Swift's cooperative pool, and the compiler proves that no two threads share a session.
@globalActor
package actor PostgresLoop {
  package static let shared = PostgresLoop()
  nonisolated let events = EventLoop()
  package nonisolated var unownedExecutor: UnownedSerialExecutor { events.asUnownedSerialExecutor() }
}

/// A thread that runs jobs and, when there are none, sleeps in `poll` until a socket that a job waits for is ready.
///
/// A task that waits often prefers it as its executor, too: a continuation resumes a task on the executor that the task
/// prefers, and from the shared pool it would come back here by two changes of threads.
final class EventLoop: SerialExecutor, TaskExecutor {
  private struct Waiter {
    let descriptor: pollfd
    let deadline: ContinuousClock.Instant?
    let continuation: CheckedContinuation<Bool, Never>
  }

  private struct State {
    var jobs: [UnownedJob] = []
    /// Changed on the loop's thread only.
    var waiters: [Waiter] = []
    var asleep = false
  }

  private let state = Locked(State())
  private let wakeReader: Int32
  private let wakeWriter: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "out of file descriptors")
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (wakeReader, wakeWriter) = (ends[0], ends[1])
    Thread.detach { self.run() }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let mustWake = state.withLock { state in
      state.jobs.append(job)
      defer { state.asleep = false }
      return state.asleep
    }
    if mustWake {
      _ = write(wakeWriter, [1], 1)
    }
  }

  /// Waits, on the loop, until the socket can be read (or also written).
  /// - Returns: false when the deadline came first.
  @PostgresLoop
  func readiness(of socket: Int32, orWriting: Bool = false, until deadline: ContinuousClock.Instant?) async -> Bool {
    let events = Int16(orWriting ? POLLIN | POLLOUT : POLLIN)
    return await withCheckedContinuation { continuation in
      let waiter = Waiter(
        descriptor: pollfd(fd: socket, events: events, revents: 0), deadline: deadline, continuation: continuation)
      state.withLock { $0.waiters.append(waiter) }
    }
  }

  /// Waits, on the loop, for a point in time. (`poll` passes over negative descriptors.)
  @PostgresLoop
  func sleep(until deadline: ContinuousClock.Instant) async {
    _ = await readiness(of: -1, until: deadline)
  }

  private func run() -> Never {
    while true {
      runJobs()
      let (waiters, jobsArrived) = state.withLock { state in
        state.asleep = state.jobs.isEmpty
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
        state.asleep = false
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

  /// For `poll`: -1 waits for ever; rounded up, so that a deadline has come when `poll` returns for it.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = ContinuousClock.now.duration(to: deadline)
    if left <= .zero { return 0 }
    return Int32(clamping: Int64((left / .milliseconds(1)).rounded(.up)))
  }
}
