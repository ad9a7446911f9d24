/// The statements that wait for a connection, and the order in which they run: alone or in a group.
struct StatementQueue {
  typealias Continuation = CheckedContinuation<Result<[Row], PostgresError>, Never>

  struct Entry {
    let statement: Statement
    let answer: Continuation
    var deadline: ContinuousClock.Instant
    /// How often the statement has been sent without success. After the first attempt it runs alone.
    var attempts = 0
    /// Whether the connection was lost during an attempt, so that the statement may have been applied.
    var outcomeUnknown = false

    var mayBatch: Bool { statement.batchable && attempts == 0 }
  }

  /// The maximum number of statements in one shared transaction.
  static let groupCommitLimit = 32
  /// Bounds the retries of a statement that brings the server down.
  static let attemptLimit = 3

  // Two queues, each in order of arrival, so that finding a statement of one kind never scans the other kind.
  private var batchable: [Entry] = []
  private var alone: [Entry] = []

  var count: Int { batchable.count + alone.count }
  var nextDeadline: ContinuousClock.Instant? { (batchable + alone).map(\.deadline).min() }

  mutating func append(_ entry: Entry) {
    if entry.mayBatch {
      batchable.append(entry)
    } else {
      alone.append(entry)
    }
  }

  /// Queues a statement that was sent before ahead of all others.
  mutating func putBack(_ entry: Entry) {
    alone.insert(entry, at: 0)
  }

  /// The number of batches that could run now, each on a connection of its own.
  func batches(duringGroupCommit: Bool) -> Int {
    alone.count + (batchable.isEmpty || duringGroupCommit ? 0 : 1)
  }

  /// Removes and returns the oldest statement that can run: alone, or with the batchable ones that share its transaction.
  mutating func nextBatch(duringGroupCommit: Bool) -> [Entry] {
    let candidate = duringGroupCommit ? nil : batchable.first
    if let first = alone.first, first.attempts > 0 || first.deadline <= candidate?.deadline ?? first.deadline {
      return [alone.removeFirst()]
    }
    guard candidate != nil else { return [] }
    let batch = Array(batchable.prefix(Self.groupCommitLimit))
    batchable.removeFirst(batch.count)
    return batch
  }

  /// Removes and returns everything, or only what is due.
  mutating func removeAll(dueBy now: ContinuousClock.Instant? = nil) -> [Entry] {
    func isDue(_ entry: Entry) -> Bool { now.map { entry.deadline <= $0 } ?? true }
    let removed = batchable.filter(isDue) + alone.filter(isDue)
    batchable.removeAll(where: isDue)
    alone.removeAll(where: isDue)
    return removed
  }
}
