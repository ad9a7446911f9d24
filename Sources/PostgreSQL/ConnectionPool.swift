/// A few connections shared by many callers, with a bounded queue. It connects when there is work for a connection,
/// again and again while that fails, and lets no caller wait for longer than its patience to be served.
///
/// Foldable statements that wait at the same time share one transaction, so that many cost one flush to disk. Each is
/// answered only when that transaction has committed. When the server refuses the transaction, or the connection is
/// lost, each statement runs once more alone: one that fails takes no neighbour with it. One such transaction is in
/// flight at a time: two could lock the same rows in opposite order.
@PostgresLoop
package final class ConnectionPool: PostgresClient {
  private let conninfo: String
  private let settings: SessionSettings
  private let capacity: Int
  private let queueLimit: Int
  private let patience: Duration

  private var queue = RequestQueue()
  private var idle: [Session] = []
  /// Sessions that are idle, busy or being opened.
  private var sessions = 0
  private var connectFailure: PostgresError?
  private var isFolding = false
  private var isExpiring = false
  private var isClosed = false

  /// - Parameters:
  ///   - queueLimit: statements that may wait; one more is refused at once.
  ///   - patience: how long a statement may wait to be sent.
  package nonisolated init(
    _ conninfo: String = "", connections: Int = 8, queueLimit: Int = 512, patience: Duration = .seconds(2),
    settings: SessionSettings = .service
  ) {
    self.conninfo = conninfo
    self.settings = settings
    self.capacity = connections
    self.queueLimit = queueLimit
    self.patience = patience
  }

  /// Waits for a connection until its patience ends, then throws with `sqlState == .poolExhausted`, or with the reason why
  /// no connection can be made. Either is `isUnavailable`.
  package nonisolated func query(_ statement: Statement) async throws(PostgresError) -> [Row] {
    // The caller waits outside the loop: the answer leads it back to where it came from without another turn here.
    let answer = await withCheckedContinuation { answer in
      Task { @PostgresLoop in enqueue(statement, answer) }
    }
    return try answer.get()
  }

  private func enqueue(_ statement: Statement, _ answer: RequestQueue.Answer) {
    if isClosed { return answer.resume(returning: .failure(.closed)) }
    if queue.count >= queueLimit { return answer.resume(returning: .failure(.poolExhausted)) }
    queue.append(.init(statement: statement, answer: answer, deadline: .now + patience))
    dispatch()
  }

  /// Serves what is queued no more and closes idle connections at once, busy ones when they are done.
  package func close() async {
    isClosed = true
    idle = []
    refuse(queue.takeAll(), with: .closed)
  }
}

// MARK: serving

extension ConnectionPool {
  private func dispatch() {
    while queue.batches(whileFolding: isFolding) > 0, let session = takeIdle() {
      let batch = queue.takeBatch(whileFolding: isFolding)
      let folds = batch.contains(where: \.mayFold)
      isFolding = isFolding || folds
      Task(executorPreference: PostgresLoop.shared.events) {
        await self.serve(batch, folds: folds, on: session)
      }
    }
    for _ in 0..<min(queue.batches(whileFolding: isFolding), capacity - sessions) {
      sessions += 1
      Task { await connect() }
    }
    if queue.count > 0, !isExpiring {
      isExpiring = true
      Task { await expire() }
    }
  }

  private func serve(_ batch: [RequestQueue.Request], folds: Bool, on session: Session) async {
    defer {
      if folds { isFolding = false }
      release(session)
    }
    do {
      let results = try await session.run(batch.map(\.statement))
      for (request, rows) in zip(batch, results) {
        request.answer.resume(returning: .success(rows))
      }
    } catch {
      for request in batch {
        retryAlone(request, after: error, wasFolded: batch.count > 1)
      }
    }
  }

  /// Only what is safe to run again is, and only if it may not have been its own fault.
  private func retryAlone(_ request: RequestQueue.Request, after error: PostgresError, wasFolded: Bool) {
    var request = request
    request.attempts += 1
    request.outcomeUnknown = request.outcomeUnknown || error.outcomeUnknown
    guard request.statement.foldable, wasFolded || error.outcomeUnknown, !isClosed,
      request.attempts < RequestQueue.attemptLimit
    else { return refuse([request], with: error) }
    request.deadline = .now + patience
    queue.putBack(request)
  }

  /// The session used last, which is the most likely to be alive and warm; broken ones are dropped on the way.
  private func takeIdle() -> Session? {
    while let session = idle.popLast() {
      if session.isReusable { return session }
      sessions -= 1
    }
    return nil
  }

  private func release(_ session: Session) {
    if isClosed {
      sessions -= 1
    } else {
      idle.append(session)
      dispatch()
    }
  }
}

// MARK: connecting and refusing

extension ConnectionPool {
  /// Opens one more session, trying ever less often while nobody answers, until nobody waits.
  private func connect() async {
    var pause: Duration = .milliseconds(50)
    while !isClosed, queue.count > 0 {
      do {
        let session = try await Session.open(conninfo, settings)
        connectFailure = nil
        release(session)
        return
      } catch {
        connectFailure = error
        await PostgresLoop.shared.events.sleep(until: .now + pause)
        pause = min(pause * 2, .milliseconds(250))
      }
    }
    sessions -= 1
  }

  /// Refuses requests as their patience ends.
  private func expire() async {
    while let deadline = queue.nextDeadline {
      await PostgresLoop.shared.events.sleep(until: deadline)
      refuse(queue.takeAll(dueBy: .now), with: connectFailure ?? .poolExhausted)
    }
    isExpiring = false
  }

  private func refuse(_ requests: [RequestQueue.Request], with error: PostgresError) {
    for request in requests {
      let isUnknown = request.outcomeUnknown && error.isUnavailable
      request.answer.resume(returning: .failure(isUnknown ? error.withUnknownOutcome : error))
    }
  }
}
