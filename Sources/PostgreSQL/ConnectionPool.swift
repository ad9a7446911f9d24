/// A few connections shared by many callers, with a bounded queue. The pool connects on demand and retries while
/// connecting fails. A caller waits at most the acquire timeout for a connection.
///
/// Group commit: batchable statements that wait at the same time share one transaction, so that many statements cost one
/// flush to disk. Each is answered only after that transaction has committed. If the server rejects the transaction, or
/// the connection is lost, each statement runs again alone, so that one failing statement does not fail the others. Only
/// one such transaction is in flight at a time, because two could lock the same rows in opposite order.
///
/// No group of statements can slow the others (`Statement.group`): when one waits too long for a lock, those that shared
/// its transaction share another without it, and for a while its group runs apart, on one connection at most.
@PostgresLoop
package final class ConnectionPool: PostgresClient {
  private let conninfo: String
  private let settings: SessionSettings
  private let capacity: Int
  private let queueLimit: Int
  private let acquireTimeout: Duration

  private var queue: StatementQueue
  private var idle: [Session] = []
  /// The number of sessions that are idle, busy or being opened.
  private var sessions = 0
  private var connectFailure: PostgresError?
  private var isGroupCommitting = false
  private var isExpirationScheduled = false
  private var isClosed = false

  /// - Parameters:
  ///   - queueLimit: the number of statements that may wait; any further one fails at once.
  ///   - acquireTimeout: how long a statement may wait for a connection.
  package nonisolated init(
    _ conninfo: String = "", connections: Int = 8, queueLimit: Int = 512, acquireTimeout: Duration = .seconds(2),
    settings: SessionSettings = .service
  ) {
    self.conninfo = conninfo
    self.settings = settings
    self.capacity = connections
    self.queueLimit = queueLimit
    self.acquireTimeout = acquireTimeout
    queue = StatementQueue(connections: connections)
  }

  /// Runs one statement as soon as a connection is free.
  /// - Throws: after the acquire timeout, an error with `sqlState == .poolExhausted`, or the reason why no connection can
  ///   be made. Both are `isUnavailable`.
  package nonisolated func query(_ statement: Statement) async throws(PostgresError) -> [Row] {
    // The caller waits outside the event loop, so that the answer resumes it on its own executor without another hop.
    let answer = await withCheckedContinuation { answer in
      Task { @PostgresLoop in enqueue(statement, answer) }
    }
    return try answer.get()
  }

  @PostgresLoop
  package func hasRoom(for group: String) async -> Bool {
    !isClosed && queue.hasRoom(for: group, limit: queueLimit)
  }

  private func enqueue(_ statement: Statement, _ answer: StatementQueue.Continuation) {
    if isClosed { return answer.resume(returning: .failure(.closed)) }
    guard queue.hasRoom(for: statement.group, limit: queueLimit) else {
      return answer.resume(returning: .failure(.poolExhausted))
    }
    queue.append(.init(statement: statement, answer: answer, deadline: .now + acquireTimeout))
    dispatch()
  }

  /// Fails everything queued, closes idle connections at once and busy ones when their statement is done.
  package func close() async {
    isClosed = true
    idle = []
    fail(queue.removeAll(), with: .closed)
  }
}

// MARK: - Running statements

extension ConnectionPool {
  private func dispatch() {
    while queue.hasBatch(duringGroupCommit: isGroupCommitting), let session = popIdleSession(),
      let batch = queue.nextBatch(duringGroupCommit: isGroupCommitting)
    {
      isGroupCommitting = isGroupCommitting || batch.isShared
      Task(executorPreference: PostgresLoop.shared.events) {
        await self.serve(batch, on: session)
      }
    }
    if sessions < capacity {
      for _ in 0..<min(queue.batches(duringGroupCommit: isGroupCommitting), capacity - sessions) {
        sessions += 1
        Task { await connect() }
      }
    }
    if queue.count > 0, !isExpirationScheduled {
      isExpirationScheduled = true
      Task { await failExpired() }
    }
  }

  private func serve(_ batch: StatementQueue.Batch, on session: Session) async {
    defer {
      if batch.isShared { isGroupCommitting = false }
      release(session)
    }
    do {
      let results = try await session.run(batch.entries.map(\.statement))
      queue.finish(batch, failure: nil)
      for (entry, rows) in zip(batch.entries, results) {
        entry.answer.resume(returning: .success(rows))
      }
    } catch {
      queue.finish(batch, failure: error)
      retryIfSafe(batch.entries, after: error)
    }
  }

  /// Queues statements again if repeating them is safe and the failure may not have been their own: alone, unless the one
  /// that waited too long for a lock is known. That one comes last.
  private func retryIfSafe(_ entries: [StatementQueue.Entry], after error: PostgresError) {
    let culprit = error.timedOutStatement
    var again: [StatementQueue.Entry] = []
    for index in entries.indices.sorted(by: { $0 != culprit && $1 == culprit }) {
      var entry = entries[index]
      entry.runsAlone = culprit == nil || index == culprit || entry.attempts > 0
      entry.attempts += 1
      entry.outcomeUnknown = entry.outcomeUnknown || error.outcomeUnknown
      entry.deadline = .now + acquireTimeout
      if entry.statement.batchable, entries.count > 1 || error.outcomeUnknown, !isClosed,
        entry.attempts < StatementQueue.attemptLimit
      {
        again.append(entry)
      } else {
        fail([entry], with: error)
      }
    }
    queue.putBack(again)
  }

  /// The most recently used idle session, which is the likeliest to be alive and warm. Drops broken ones on the way.
  private func popIdleSession() -> Session? {
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

// MARK: - Connecting and failing

extension ConnectionPool {
  /// Opens one more session. While that fails, retries with growing pauses for as long as a statement waits.
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

  /// Fails statements whose acquire timeout has passed.
  private func failExpired() async {
    while let deadline = queue.nextDeadline {
      await PostgresLoop.shared.events.sleep(until: deadline)
      fail(queue.removeAll(dueBy: .now), with: connectFailure ?? .poolExhausted)
    }
    isExpirationScheduled = false
  }

  private func fail(_ entries: [StatementQueue.Entry], with error: PostgresError) {
    for entry in entries {
      let isUnknown = entry.outcomeUnknown && error.isUnavailable
      entry.answer.resume(returning: .failure(isUnknown ? error.withUnknownOutcome : error))
    }
  }
}
