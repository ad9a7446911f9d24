/// A few connections shared by many callers, with a bounded queue. It connects when there is work for a connection,
/// again and again while that fails, and never makes a caller wait for more than two seconds to be served.
@PostgresLoop
package final class ConnectionPool: PostgresClient {
  private let conninfo: String
  private let settings: SessionSettings
  private let capacity: Int
  private let queueLimit: Int

  private var idle: [Session] = []
  /// Sessions that are idle, busy or being opened.
  private var sessions = 0
  private var connectFailure: PostgresError?
  private var queue: [Request] = []
  private var isExpiring = false
  private var isClosed = false

  private static let patience: Duration = .seconds(2)

  private struct Request {
    let statement: Statement
    let deadline: ContinuousClock.Instant
    let answer: CheckedContinuation<Result<[Row], PostgresError>, Never>
  }

  package nonisolated init(
    _ conninfo: String = "", connections: Int = 8, queueLimit: Int = 512, settings: SessionSettings = .service
  ) {
    self.conninfo = conninfo
    self.settings = settings
    self.capacity = connections
    self.queueLimit = queueLimit
  }

  /// Waits at most two seconds for a connection, then throws with `sqlState == .poolExhausted`, or with the reason why
  /// no connection can be made. Either is `isUnavailable`.
  @PostgresLoop
  package func query(_ statement: Statement) async throws(PostgresError) -> [Row] {
    if isClosed { throw .closed }
    if queue.count >= queueLimit { throw .poolExhausted }
    let answer = await withCheckedContinuation { answer in
      queue.append(Request(statement: statement, deadline: .now + Self.patience, answer: answer))
      dispatch()
    }
    return try answer.get()
  }

  /// Serves what is queued no more and closes idle connections at once, busy ones when they are done.
  package func close() async {
    isClosed = true
    idle = []
    refuse(queue, with: .closed)
    queue = []
  }

  private func dispatch() {
    while !queue.isEmpty {
      guard let session = takeIdle() else { break }
      let request = queue.removeFirst()
      Task { await serve(request, on: session) }
    }
    for _ in queue.prefix(max(0, capacity - sessions)) {
      sessions += 1
      Task { await connect() }
    }
    if !queue.isEmpty, !isExpiring {
      isExpiring = true
      Task { await expire() }
    }
  }

  /// The session used last, which is the most likely to be alive and warm; broken ones are dropped on the way.
  private func takeIdle() -> Session? {
    while let session = idle.popLast() {
      if session.isReusable { return session }
      sessions -= 1
    }
    return nil
  }

  private func serve(_ request: Request, on session: Session) async {
    let answer: Result<[Row], PostgresError>
    do {
      answer = .success(try await session.run([request.statement])[0])
    } catch {
      answer = .failure(error)
    }
    request.answer.resume(returning: answer)
    release(session)
  }

  private func release(_ session: Session) {
    if isClosed {
      sessions -= 1
    } else {
      idle.append(session)
      dispatch()
    }
  }

  /// Opens one more session, trying ever less often while nobody answers, until the queue is empty.
  private func connect() async {
    var pause: Duration = .milliseconds(50)
    while !isClosed, !queue.isEmpty {
      do {
        let session = try await Session.open(conninfo, settings)
        connectFailure = nil
        release(session)
        return
      } catch {
        connectFailure = error
        await PostgresLoop.shared.events.sleep(until: .now + pause)
        pause = min(pause * 2, .seconds(1))
      }
    }
    sessions -= 1
  }

  /// Refuses requests as their patience ends. The queue is in order of deadlines.
  private func expire() async {
    while let first = queue.first {
      if first.deadline > .now {
        await PostgresLoop.shared.events.sleep(until: first.deadline)
      } else {
        queue.removeFirst()
        refuse([first], with: connectFailure ?? .poolExhausted)
      }
    }
    isExpiring = false
  }

  private func refuse(_ requests: [Request], with error: PostgresError) {
    for request in requests {
      request.answer.resume(returning: .failure(error))
    }
  }
}
