/// The statements that wait for a connection, and the order in which they run: alone or in a shared transaction.
struct StatementQueue {
  typealias Continuation = CheckedContinuation<Result<[Row], PostgresError>, Never>

  struct Entry {
    let statement: Statement
    let answer: Continuation
    var deadline: ContinuousClock.Instant
    /// How often the statement has been sent without success.
    var attempts = 0
    /// Whether a failed attempt may have been the statement's own fault, so that it shares no transaction again.
    var runsAlone = false
    /// Whether the connection was lost during an attempt, so that the statement may have been applied.
    var outcomeUnknown = false
  }

  /// What one connection runs as one transaction.
  struct Batch {
    let entries: [Entry]
    /// Whether statements of other callers could have been part of it.
    let isShared: Bool
  }

  /// The maximum number of statements in one shared transaction.
  static let groupCommitLimit = 32
  /// Bounds the retries of a statement that brings the server down.
  static let attemptLimit = 3

  // Two queues, each in order of arrival, so that finding a statement of one kind never scans the other kind.
  private var batchable: [Entry] = []
  private var alone: [Entry] = []
  private var groups: StatementGroups

  init(connections: Int) {
    groups = StatementGroups(connections: connections)
  }

  var count: Int { batchable.count + alone.count }
  var nextDeadline: ContinuousClock.Instant? { (batchable + alone).map(\.deadline).min() }

  /// Whether one more statement of this group may wait. A blocked group has fewer places than the others.
  func hasRoom(for group: String?, limit: Int) -> Bool {
    guard count < limit else { return false }
    guard let places = groups.queueLimit(of: group) else { return true }
    return alone.count(where: { $0.statement.group == group }) < places
  }

  mutating func append(_ entry: Entry) {
    if mayShare(entry) {
      batchable.append(entry)
    } else {
      alone.append(entry)
    }
  }

  /// Queues statements that were sent before ahead of all others, in their order.
  mutating func putBack(_ entries: [Entry]) {
    batchable.insert(contentsOf: entries.filter(mayShare), at: 0)
    alone.insert(contentsOf: entries.filter { !mayShare($0) }, at: 0)
  }

  /// Whether a batch could run now, if there were a connection for it.
  func hasBatch(duringGroupCommit: Bool) -> Bool {
    !batchable.isEmpty && !duringGroupCommit || alone.contains { groups.mayRun($0.statement.group) }
  }

  /// The number of batches that could run now, each on a connection of its own.
  func batches(duringGroupCommit: Bool) -> Int {
    var groups = groups
    let lone = alone.count { entry in
      guard groups.mayRun(entry.statement.group) else { return false }
      groups.start(entry.statement.group)
      return true
    }
    return lone + (batchable.isEmpty || duringGroupCommit ? 0 : 1)
  }

  /// Removes and returns the oldest statement that can run: alone, or with the batchable ones that share its transaction.
  mutating func nextBatch(duringGroupCommit: Bool) -> Batch? {
    let candidate = duringGroupCommit ? nil : batchable.first
    if let lone = alone.firstIndex(where: { groups.mayRun($0.statement.group) }) {
      let entry = alone[lone]
      if entry.attempts > 0 || entry.deadline <= candidate?.deadline ?? entry.deadline {
        alone.remove(at: lone)
        groups.start(entry.statement.group)
        return Batch(entries: [entry], isShared: false)
      }
    }
    guard candidate != nil else { return nil }
    let entries = Array(batchable.prefix(Self.groupCommitLimit))
    batchable.removeFirst(entries.count)
    return Batch(entries: entries, isShared: true)
  }

  /// Records how a batch ended. When one of its statements waited too long for a lock, its group is blocked, and what waits
  /// of that group no longer shares a transaction.
  mutating func finish(_ batch: Batch, failure: PostgresError?) {
    if !batch.isShared {
      groups.finish(batch.entries.first?.statement.group)
    }
    guard let failure else {
      for entry in batch.entries { groups.recordSuccess(entry.statement.group) }
      return
    }
    guard let culprit = failure.timedOutStatement, batch.entries.indices.contains(culprit),
      let group = batch.entries[culprit].statement.group
    else { return }
    groups.recordFailure(group)
    let waiting = batchable
    batchable = waiting.filter(mayShare)
    alone += waiting.filter { !mayShare($0) }
  }

  /// Removes and returns everything, or only what is due.
  mutating func removeAll(dueBy now: ContinuousClock.Instant? = nil) -> [Entry] {
    func isDue(_ entry: Entry) -> Bool { now.map { entry.deadline <= $0 } ?? true }
    let removed = batchable.filter(isDue) + alone.filter(isDue)
    batchable.removeAll(where: isDue)
    alone.removeAll(where: isDue)
    return removed
  }

  private func mayShare(_ entry: Entry) -> Bool {
    entry.statement.batchable && !entry.runsAlone && !groups.isBlocked(entry.statement.group)
  }
}
